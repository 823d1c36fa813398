import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { env } from '@/lib/env';
import { DOCUMENT_PATHS } from '@/lib/facts/response-headers.mjs';

/** Not for search engines: the API itself, and pages for signed-in people. */
const DISALLOWED = ['/api/', '/api-keys', '/invoices', '/members', '/settings', '/workspace'];

export default async function robots(): Promise<MetadataRoute.Robots> {
  // The origin is a setting of the server, not of the build.
  await connection();
  // The description of the API is for tools of the web.
  return {
    rules: { userAgent: '*', allow: DOCUMENT_PATHS, disallow: DISALLOWED },
    sitemap: `${env.NEXTAUTH_URL}/sitemap.xml`,
  };
}
