import { cookies } from 'next/headers';
import { cookieName } from '@/lib/request/cookie-name';

/** Holds the code of an invitation while its reader signs in. Scripts cannot read it. */
export const INVITATION_COOKIE = cookieName('invitation');

/** The code of the invitation that this browser has opened, or an empty text. */
export async function readInvitationToken(): Promise<string> {
  return (await cookies()).get(INVITATION_COOKIE)?.value ?? '';
}
