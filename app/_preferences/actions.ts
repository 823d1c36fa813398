'use server';

import { cookies, headers } from 'next/headers';
import { RedirectType, redirect } from 'next/navigation';
import { fieldsOf } from '@/app/form-state';
import { PAGE_ADDRESS } from '@/lib/facts/internal-headers.mjs';
import { localeIn, withoutLocale } from '@/lib/i18n/address';
import { isLocale } from '@/lib/i18n/locale';
import { updateProfile } from '@/lib/identity/account/update-profile';
import { getSessionIfUp } from '@/lib/identity/sessions/guards';
import { LOCALE_COOKIE, PREFERENCE_COOKIE, THEME_COOKIE } from '@/lib/preferences/cookie';
import { readTheme } from '@/lib/preferences/theme';

/**
 * Stores the language for this browser and, for someone signed in, for their mails. If the page's
 * address asks for a language, it redirects to the same address without one.
 */
export async function pickLocale(form: FormData): Promise<void> {
  const { locale } = fieldsOf(form, 'locale');
  if (!isLocale(locale)) return;
  (await cookies()).set(LOCALE_COOKIE, locale, PREFERENCE_COOKIE);
  const session = await getSessionIfUp();
  if (session) await updateProfile(session, { language: locale });
  const address = (await headers()).get(PAGE_ADDRESS) ?? '/';
  if (localeIn(address)) redirect(withoutLocale(address), RedirectType.replace);
}

/** Remembers the theme of this browser. */
export async function pickTheme(form: FormData): Promise<void> {
  const { theme } = fieldsOf(form, 'theme');
  (await cookies()).set(THEME_COOKIE, readTheme(theme), PREFERENCE_COOKIE);
}
