import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { env } from '@/lib/env';
import { alternatesOf } from './metadata';

const PAGES = ['/', '/plans', '/docs', '/help/errors', '/contact'];

/** The public pages, each with its addresses by language. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  // The origin is a setting of the server, not of the build.
  await connection();
  const whole = (path: string) => `${env.NEXTAUTH_URL}${path}`;
  return PAGES.map((path) => ({
    url: whole(path),
    alternates: {
      languages: Object.fromEntries(
        Object.entries(alternatesOf(path)).map(([language, page]) => [language, whole(page)]),
      ),
    },
  }));
}
