import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { PAGE_ADDRESS } from '@/lib/facts/internal-headers.mjs';
import { inLocale, localeIn, sitePathOf } from '@/lib/i18n/address';
import { LOCALES, type Locale } from '@/lib/i18n/locale';

/** Open Graph wants a language with a territory. */
const OPEN_GRAPH: Record<Locale, string> = { en: 'en_US', es: 'es_ES' };

/** The addresses of a page by language. `x-default` shows it in the reader's own language. */
export function alternatesOf(path: string): Record<string, string> {
  const byLocale = LOCALES.map((locale) => [locale, inLocale(path, locale)] as const);
  return { ...Object.fromEntries(byLocale), 'x-default': path };
}

/**
 * Metadata of every page for search engines and previews: its address, those in other languages,
 * and how to show it. Title, description and picture come from the page.
 */
export async function addressMetadata(): Promise<Metadata> {
  const address = (await headers()).get(PAGE_ADDRESS) ?? '/';
  const path = sitePathOf(address);
  const asked = localeIn(address);
  const url = asked ? inLocale(path, asked) : path;
  const locale = await getLocale();
  return {
    alternates: { canonical: url, languages: alternatesOf(path) },
    openGraph: {
      type: 'website',
      siteName: 'Zendrhax',
      url,
      locale: OPEN_GRAPH[locale],
      alternateLocale: LOCALES.filter((other) => other !== locale).map(
        (other) => OPEN_GRAPH[other],
      ),
    },
    twitter: { card: 'summary_large_image' },
  };
}
