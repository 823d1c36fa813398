import { failureOf, type SignInFailure } from './failures';

type Credentials = { email: string; password: string; callbackUrl: string };

/**
 * Asks next-auth to sign somebody in. Its own client leaves the page, with what was typed, where nothing
 * comes back.
 * @returns why it did not, or null
 */
export async function askToSignIn(credentials: Credentials): Promise<SignInFailure | null> {
  try {
    const { csrfToken } = await read(await fetch('/api/auth/csrf'));
    const body = new URLSearchParams({
      ...credentials,
      csrfToken: String(csrfToken),
      json: 'true',
    });
    const { url } = await read(
      await fetch('/api/auth/callback/credentials', { method: 'POST', body }),
    );
    const { searchParams } = new URL(String(url), location.origin);
    if (searchParams.has('csrf')) return 'expired';
    const error = searchParams.get('error');
    return error === null ? null : failureOf(error);
  } catch (error) {
    return error instanceof TypeError ? 'lost' : 'refused';
  }
}

/** next-auth answers in JSON, whatever the status; what stands between may answer in anything. */
async function read(answer: Response): Promise<Record<string, unknown>> {
  const type = answer.headers.get('content-type') ?? '';
  if (!type.includes('json') || type.includes('problem')) throw new Error('not from next-auth');
  return answer.json();
}
