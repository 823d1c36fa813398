import type { MDXContent } from 'mdx/types';
import { withOrigin } from '@/lib/content/origin';
import { outlineOf } from '@/lib/content/outline';
import { slugsIn } from '@/lib/content/slugs';
import type { Locale } from '@/lib/i18n/locale';
import { type Article, type ArticleSummary, articleMeta, SECTIONS } from './article';
import { errorArticle } from './error-article';

type Compiled = { default: MDXContent; article: unknown };

const FOLDER = '../../content/help';
const files = import.meta.glob<Compiled>('../../content/help/*/*.mdx');

/** Whether there is an article of this name. Both languages have the same articles. */
export function isArticle(slug: string): boolean {
  return slug === 'errors' || `${FOLDER}/en/${slug}.mdx` in files;
}

/** The article in a language, or null. Does not find the error reference, which is its own page. */
export async function findArticle(locale: Locale, slug: string): Promise<Article | null> {
  const load = files[`${FOLDER}/${locale}/${slug}.mdx`];
  if (!load) return null;
  const { default: Content, article } = await load();
  const { headings, text } = outlineOf(Content);
  return { slug, ...articleMeta.parse(article), headings, text: withOrigin(text), Content };
}

/** All articles in reading order, including the error reference. */
export async function listArticles(locale: Locale): Promise<ArticleSummary[]> {
  const slugs = slugsIn(files, `${FOLDER}/${locale}`);
  const articles = await Promise.all(slugs.map((slug) => findArticle(locale, slug)));
  return [...articles.filter((article) => article !== null), errorArticle(locale)].sort(
    (one, other) =>
      SECTIONS.indexOf(one.section) - SECTIONS.indexOf(other.section) || one.order - other.order,
  );
}
