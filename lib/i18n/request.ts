import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { PAGE_ADDRESS } from '@/lib/facts/internal-headers.mjs';
import { LOCALE_COOKIE } from '@/lib/preferences/cookie';
import { localeIn } from './address';
import { chooseLocale } from './locale';

export default getRequestConfig(async () => {
  const asked = await headers();
  const picked = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale =
    localeIn(asked.get(PAGE_ADDRESS)) ?? chooseLocale(picked, asked.get('accept-language'));
  const { default: messages } = await import(`../../messages/${locale}.json`);
  return { locale, messages, timeZone: 'UTC' };
});
