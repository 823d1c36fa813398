import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { COOKIE_OPTIONS } from '@/lib/identity/sessions/cookies';
import { pageCookieName } from '@/lib/request/cookie-name';

/** The pages that say that a mail was sent. */
type SentPage = '/register/sent' | '/forgot-password/sent';

/** The pages where one is asked for. */
export type AskPage = '/register' | '/forgot-password';

/** What somebody typed to get a mail. */
export type Asked = { email: string; [field: string]: string };

const ASKED_COOKIE = pageCookieName('asked');
const KEPT_SECONDS = 3_600;

const asked = z.object({ email: z.string().trim() }).catchall(z.string());

/** Keeps what was asked for, for the page that can send it again. No address holds it. */
export async function keepAsked(page: SentPage, fields: Asked): Promise<void> {
  const options = { ...COOKIE_OPTIONS, path: page, maxAge: KEPT_SECONDS };
  (await cookies()).set(ASKED_COOKIE, JSON.stringify(fields), options);
}

/**
 * What this browser asked for. Whoever has not asked, or an hour ago, is sent to where one asks.
 * @param where the page with the form
 */
export async function requireAsked(where: AskPage): Promise<Asked> {
  const text = (await cookies()).get(ASKED_COOKIE)?.value ?? '';
  const { data } = z.preprocess(fromJson, asked).safeParse(text);
  return data ?? redirect(where);
}

function fromJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
