import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import createMDX from '@next/mdx';
import createNextIntlPlugin from 'next-intl/plugin';

/** Earlier versions have published holes (ASVS 15.2.1): there is no building on them. */
const LEAST = { next: '16.4.6', 'next-auth': '4.24.15' };

for (const [name, least] of Object.entries(LEAST)) {
  const manifest = new URL(`./node_modules/${name}/package.json`, import.meta.url);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const order = version.localeCompare(least, 'en', { numeric: true });
  if (order < 0)
    throw new Error(`${name} ${version} is older than ${least}, the least that is safe.`);
}

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/** For content/. Turbopack takes plugins by name or path only. */
const withMDX = createMDX({
  options: {
    remarkPlugins: ['remark-gfm'],
    rehypePlugins: [
      fileURLToPath(new URL('./lib/content/heading-anchors.mjs', import.meta.url)),
      'rehype-slug',
    ],
  },
});

/** Headers that are the same for every answer; proxy.ts adds the policy that carries a nonce. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
];

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@node-rs/argon2',
    'ioredis',
    'pino',
    'prom-client',
  ],
  // `npm run check` checks the types, tests included; a start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
};

export default withNextIntl(withMDX(config));
