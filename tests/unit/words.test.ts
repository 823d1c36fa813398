import { expect, test } from 'vitest';
import reference from '@/content/reference/es.json';
import type { Locale } from '@/lib/i18n/locale';
import en from '@/messages/en.json';
import es from '@/messages/es.json';
import { readTexts } from '../support/texts';

type Messages = { [key: string]: string | Messages };

/** Words that docs/glossary.md has others for, and what to write. */
const REFUSED: Record<Locale, [RegExp, string][]> = {
  en: [
    [/\bmails?\b(?! server)/i, 'email'],
    [/\bmailbox/i, 'check your email'],
    [/\bholds? (for|from|at|here)\b/i, 'works for, applies from'],
    [/\b(go|goes|went) on\b/i, 'continue, keep working'],
    [/\bcuts? (off|nothing)\b/i, 'keeps working'],
    [/\btoo old\b|\bany more\b/i, 'expired, no longer'],
    [/\b(larger|smaller) plans?\b/i, 'a plan with room for more'],
    [/\bslots?\b/i, 'room'],
    [/\bcreat(e|es|ed|ing) (and revok\w+ )?((a|an|the|another|new|API|its) )*keys?\b/i, 'generate'],
    [/\b(is|are) in no\b/i, 'is not in any'],
    [/\bgot lost\b/i, 'we lost the connection'],
    [/\bproblem documents?\b/i, 'JSON (problem details, RFC 9457)'],
    [/\bminor units?\b/i, 'smallest unit'],
    [/\banswer(s|ed|ing)?\b/i, 'response, reply'],
  ],
  es: [
    [/\b(vosotr|vuestr)|(áis|éis)\b|\busted/i, 'tú'],
    [/\b(vale|valen|valga|valer|valdrá)\b/i, 'funciona, sirve, se aplica'],
    [/\bhuecos?\b/i, 'sitio'],
    [/\bplan(es)?( \w+|\]\([^)]*\))? (mayor|menor)/i, 'un plan que admite más'],
    [/\bcortan? nada\b/i, 'sigue funcionando'],
    [/\bcaben?\b/i, 'admite'],
    [/\bbuz[oó]n/i, 'tu correo'],
    [/\bcre(a|ar|as|an|ando|ada|adas|ó|aste|e|arla) (\w+ )?(\w+ )?claves?\b/i, 'generar'],
    [/\btérminos\b/i, 'condiciones'],
    [/\bdocumentos? de problema\b/i, 'JSON (problem details, RFC 9457)'],
    [/\bclaves? (que )?(ha |han |había )?terminad/i, 'inactiva, ya no está activa'],
    [/\bunidad(es)? (menor|más pequeña)/i, 'unidad mínima'],
  ],
};

function flatten(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

function textsIn(locale: Locale): [string, string][] {
  const written = [...readTexts('help'), ...readTexts('legal')].filter(
    (text) => text.locale === locale,
  );
  return [
    ...flatten(locale === 'en' ? en : es),
    ...Object.entries(reference).map(([english, spanish]): [string, string] => [
      'reference',
      locale === 'en' ? english : spanish,
    ]),
    ...written.flatMap(({ folder, slug, meta, prose }): [string, string][] => [
      [`${folder}/${slug}, its head`, `${meta.title}. ${meta.description}`],
      // A word in a link's address or between backticks is a name, not prose.
      [`${folder}/${slug}`, prose.replaceAll(/\]\([^)]*\)|\[#[^\]]*\]|`[^`]*`/g, '')],
    ]),
  ];
}

test.each(['en', 'es'] as const)('one thing has one word, in %s', (locale) => {
  const found = textsIn(locale).flatMap(([name, text]) =>
    REFUSED[locale].flatMap(([pattern, instead]) =>
      [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map((match) => {
        const near = text.slice(Math.max(0, match.index - 40), match.index + 40);
        return `${name}: write “${instead}”: …${near}…`;
      }),
    ),
  );
  expect(found).toEqual([]);
});
