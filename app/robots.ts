import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { env } from '@/lib/env';

/** Not for search engines: the API, and pages for signed-in people. */
const DISALLOWED = ['/api/', '/api-keys', '/invoices', '/members', '/settings', '/workspace'];

export default async function robots(): Promise<MetadataRoute.Robots> {
  // The origin is a setting of the server, not of the build.
  await connection();
  return {
    rules: { userAgent: '*', disallow: DISALLOWED },
    sitemap: `${env.NEXTAUTH_URL}/sitemap.xml`,
  };
}
