'use server';

import { cookies } from 'next/headers';
import { env } from '@/lib/env';
import { isLocale, LOCALE_COOKIE } from '@/lib/i18n/locale';
import { readTheme, THEME_COOKIE } from '@/lib/theme';

const COOKIE = {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  secure: env.NEXTAUTH_URL.startsWith('https:'),
  maxAge: 365 * 24 * 60 * 60,
} as const;

/** Remembers the language of this browser. The page is rendered again in it. */
export async function pickLocale(form: FormData): Promise<void> {
  const locale = form.get('locale');
  if (isLocale(locale)) (await cookies()).set(LOCALE_COOKIE, locale, COOKIE);
}

/** Remembers the theme of this browser. */
export async function pickTheme(form: FormData): Promise<void> {
  (await cookies()).set(THEME_COOKIE, readTheme(form.get('theme')), COOKIE);
}
