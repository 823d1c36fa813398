import type { Locale } from '@/lib/i18n/locale';
import en from '@/messages/en.json' with { type: 'json' };
import es from '@/messages/es.json' with { type: 'json' };
import type { ArticleSummary } from './article';

const MESSAGES = { en, es };

/** The error reference (app/(site)/help/errors) as one of the articles. Its text is messages. */
export function errorArticle(locale: Locale): ArticleSummary {
  const { title, lead, codes } = MESSAGES[locale].errorReference;
  const sentences = Object.entries(codes).map(
    ([code, { cause, cure }]) => `${code}: ${cause} ${cure}`,
  );
  const text = [lead, ...sentences].join(' ').replace(/<\/?\w+>/g, '');
  return { slug: 'errors', title, description: lead, section: 'api', order: 3, text };
}
