import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { env } from '@/lib/env';
import { listArticles } from '@/lib/help/articles';
import { listDocuments } from '@/lib/legal/documents';
import { alternatesOf } from './metadata';

const PAGES = ['/', '/plans', '/docs', '/help', '/legal', '/contact', '/register'];

/** Both languages have the same articles and documents. */
async function listPages(): Promise<string[]> {
  const [articles, documents] = await Promise.all([listArticles('en'), listDocuments('en')]);
  return [
    ...PAGES,
    ...articles.map(({ slug }) => `/help/${slug}`),
    ...documents.map(({ slug }) => `/legal/${slug}`),
  ];
}

/** The public pages, each with its addresses by language. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  // The origin is a setting of the server, not of the build.
  await connection();
  const whole = (path: string) => `${env.NEXTAUTH_URL}${path}`;
  return (await listPages()).map((path) => ({
    url: whole(path),
    alternates: {
      languages: Object.fromEntries(
        Object.entries(alternatesOf(path)).map(([language, page]) => [language, whole(page)]),
      ),
    },
  }));
}
