import github from 'next-auth/providers/github';
import google from 'next-auth/providers/google';
import type { Provider } from 'next-auth/providers/index';
import { env } from '@/lib/env';
import { findOrCreateAccount } from './with-provider';

/** The sign-in providers that this installation is configured for. */
export const PROVIDERS = [
  ...(env.GOOGLE_CLIENT_ID ? (['google'] as const) : []),
  ...(env.GITHUB_CLIENT_ID ? (['github'] as const) : []),
];

type GitHubEmail = { email: string; primary: boolean; verified: boolean };

/**
 * Google and GitHub, if their ids are configured. The first sign-in finds an account by its email, so
 * only an address that the provider has verified counts: any other could open somebody else's.
 */
export function providers(): Provider[] {
  return PROVIDERS.map((name) => (name === 'google' ? googleProvider() : githubProvider()));
}

const googleProvider = () =>
  google({
    clientId: String(env.GOOGLE_CLIENT_ID),
    clientSecret: String(env.GOOGLE_CLIENT_SECRET),
    profile: ({ sub, email, email_verified, name }) =>
      findOrCreateAccount({
        provider: 'google',
        providerAccountId: sub,
        email: email_verified ? email : null,
        name,
      }),
  });

const githubProvider = () =>
  github({
    clientId: String(env.GITHUB_CLIENT_ID),
    clientSecret: String(env.GITHUB_CLIENT_SECRET),
    userinfo: {
      url: 'https://api.github.com/user',
      // The email in the profile may be unverified: this list says which addresses are verified.
      request: async ({ client, tokens }) => {
        const token = String(tokens.access_token);
        const answer = await fetch('https://api.github.com/user/emails', {
          headers: { Authorization: `Bearer ${token}`, 'User-Agent': 'zendrhax' },
        });
        if (!answer.ok) throw new Error(`GitHub answered ${answer.status} for the list of emails`);
        const emails = (await answer.json()) as GitHubEmail[];
        const { email } = emails.find(({ primary, verified }) => primary && verified) ?? {};
        return { ...(await client.userinfo(token)), email };
      },
    },
    profile: ({ id, email, name, login }) =>
      findOrCreateAccount({
        provider: 'github',
        providerAccountId: String(id),
        email,
        name: name ?? login,
      }),
  });
