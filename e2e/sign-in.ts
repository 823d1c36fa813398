import type { Page } from '@playwright/test';

export const DEMO_PASSWORD = 'zendrhax-demo';

/** Signs in through next-auth's own endpoints, in the page's cookie jar, without clicking. */
export async function signIn({ request }: Pick<Page, 'request'>, email: string): Promise<void> {
  const token = await request.get('/api/auth/csrf');
  const { csrfToken } = (await token.json()) as { csrfToken: string };
  const answer = await request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password: DEMO_PASSWORD, callbackUrl: '/', json: 'true' },
  });
  const { url } = (await answer.json()) as { url: string };
  if (!answer.ok() || url.includes('error=')) throw new Error(`${email} could not sign in: ${url}`);
}
