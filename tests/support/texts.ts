import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { LOCALES, type Locale } from '@/lib/i18n/locale';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));

export type Sample = { language: string; code: string };

/** A text of content/, read as people write it. */
export type Text = {
  folder: 'help' | 'legal';
  locale: Locale;
  slug: string;
  /** what it exports beside itself */
  meta: Record<string, unknown>;
  /** without what it exports and without samples */
  prose: string;
  /** with the anchor that leads to each */
  headings: { text: string; anchor: string }[];
  samples: Sample[];
  links: string[];
};

/** Every text of a folder of content/, in all languages. */
export function readTexts(folder: Text['folder']): Text[] {
  return LOCALES.flatMap((locale) =>
    readdirSync(join(CONTENT, folder, locale))
      .sort()
      .map((file) => ({
        folder,
        locale,
        slug: file.replace(/\.mdx$/, ''),
        ...parse(readFileSync(join(CONTENT, folder, locale, file), 'utf8')),
      })),
  );
}

const EXPORT = /^export const \w+ = (\{[\s\S]*?\n\});\n/;
const FENCED = /^( *)```(\w*)\n([\s\S]*?)\n\1```$/gm;

function parse(source: string): Omit<Text, 'folder' | 'locale' | 'slug'> {
  const [, meta = '{}'] = EXPORT.exec(source) ?? [];
  const prose = source.replace(EXPORT, '').replace(FENCED, '');
  return {
    meta: runInNewContext(`(${meta})`),
    prose,
    headings: [...prose.matchAll(/^## (.*?)(?: \[#([a-z0-9-]+)\])?$/gm)].map(
      ([, text = '', anchor]) => ({ text, anchor: anchor ?? slugOf(text) }),
    ),
    samples: [...source.matchAll(FENCED)].map(([, indent = '', language = '', code = '']) => ({
      language,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    })),
    links: [...prose.matchAll(/\]\(([^)]+)\)/g)].map(([, href = '']) => href),
  };
}

/** What rehype-slug makes of an English heading. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-');
}
