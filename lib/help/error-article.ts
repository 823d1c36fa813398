import { createTranslator } from 'next-intl';
import { ANSWERED_CODES, APP_CODES } from '@/lib/api/problems/codes';
import type { Locale } from '@/lib/i18n/locale';
import en from '@/messages/en.json';
import es from '@/messages/es.json';
import type { ArticleSummary } from './article';

const MESSAGES = { en, es };
const CODES = [...ANSWERED_CODES, ...APP_CODES];
const PLAIN = { code: (chunks: string) => chunks, b: (chunks: string) => chunks };

/** The error reference (app/(site)/help/errors) as an article. Its text comes from the messages. */
export function errorArticle(locale: Locale): ArticleSummary {
  const messages = MESSAGES[locale] as typeof en;
  const t = createTranslator({ locale, messages, namespace: 'errorReference' });
  const sentences = CODES.map((code) => {
    const [cause, cure] = [`codes.${code}.cause`, `codes.${code}.cure`] as const;
    return `${code}: ${t.markup(cause, PLAIN)} ${t.markup(cure, PLAIN)}`;
  });
  const [title, description, keywords] = [t('title'), t('lead'), t('keywords')];
  const text = [description, ...sentences].join(' ');
  return { slug: 'errors', title, description, keywords, section: 'api', order: 4, text };
}
