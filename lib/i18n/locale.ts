import type { Language } from '@/prisma/generated/enums';

/** A language of the UI and the mails (docs/rules.md, rule 9), by BCP 47 tag. */
export type Locale = Language;

/** All of them; the first is the fallback. */
export const LOCALES = Object.keys({ en: true, es: true } satisfies Record<Locale, true>) as [
  Locale,
  ...Locale[],
];

/** Each by its own name. */
export const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', es: 'Español' };

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/**
 * Chooses a language: the one picked before, or the best of the browser's list (RFC 9110
 * section 12.5.4), or English.
 * @param picked value of the locale cookie
 * @param accepted value of Accept-Language, such as `es-MX,es;q=0.9,en;q=0.8`
 */
export function chooseLocale(picked: string | undefined, accepted: string | null): Locale {
  if (isLocale(picked)) return picked;
  const ranked = (accepted ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { language: tag.trim().split('-')[0], quality: Number(quality?.trim().slice(2) ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return ranked.map(({ language }) => language).find(isLocale) ?? 'en';
}
