import { cache } from 'react';
import type { LiveSession } from '@/lib/identity/sessions/find-session';
import { getSessionIfUp } from '@/lib/identity/sessions/guards';
import { browserZone } from '@/lib/preferences/browser-zone';
import { knownZone, UTC } from '@/lib/time-zone';

/**
 * The time zone in which somebody is told times: the one that they chose, or that of their browser. Where
 * neither is known, as without scripts, it is UTC.
 */
export async function zoneOf(user: LiveSession['user'] | undefined): Promise<string> {
  return knownZone(user?.timeZone) ?? (await browserZone()) ?? UTC;
}

/** The time zone of whoever asked for this page. An action has read the session, and asks {@link zoneOf}. */
export const readerZone = cache(async () => zoneOf((await getSessionIfUp())?.user));
