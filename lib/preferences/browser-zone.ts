import { cookies } from 'next/headers';
import { knownZone } from '@/lib/time-zone';
import { ZONE_COOKIE } from './cookie';

/** The time zone of this request's browser, or null where it has not said, or has no script to say it. */
export async function browserZone(): Promise<string | null> {
  return knownZone((await cookies()).get(ZONE_COOKIE)?.value);
}
