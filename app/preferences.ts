'use server';

import { cookies } from 'next/headers';
import { updateProfile } from '@/lib/accounts/update-profile';
import { getSessionIfUp } from '@/lib/auth/current';
import { env } from '@/lib/env';
import { isLocale, LOCALE_COOKIE } from '@/lib/i18n/locale';
import { readTheme, THEME_COOKIE } from '@/lib/theme';
import { fieldsOf } from './form-state';

const COOKIE = {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  secure: env.NEXTAUTH_URL.startsWith('https:'),
  maxAge: 365 * 24 * 60 * 60,
} as const;

/**
 * Remembers the language of this browser, and for someone signed in, that of their mails. The page
 * is rendered again in it.
 */
export async function pickLocale(form: FormData): Promise<void> {
  const { locale } = fieldsOf(form, 'locale');
  if (!isLocale(locale)) return;
  (await cookies()).set(LOCALE_COOKIE, locale, COOKIE);
  const session = await getSessionIfUp();
  if (session) await updateProfile(session, { language: locale });
}

/** Remembers the theme of this browser. */
export async function pickTheme(form: FormData): Promise<void> {
  const { theme } = fieldsOf(form, 'theme');
  (await cookies()).set(THEME_COOKIE, readTheme(theme), COOKIE);
}
