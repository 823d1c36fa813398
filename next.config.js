import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import createMDX from '@next/mdx';
import createNextIntlPlugin from 'next-intl/plugin';
import {
  DOCUMENT_HEADERS,
  DOCUMENT_PATHS,
  SECURITY_HEADERS,
} from './lib/facts/response-headers.mjs';
import { isAtLeast, LEAST } from './scripts/safe-versions.mjs';

for (const [name, least] of Object.entries(LEAST)) {
  const manifest = new URL(`./node_modules/${name}/package.json`, import.meta.url);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  if (!isAtLeast(version, least))
    throw new Error(`${name} ${version} is older than ${least}, the least that is safe.`);
}

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // The build parses the messages, so that no browser loads the parser. It skips imports with
  // `with { type: 'json' }`, so imports of messages must leave that out.
  experimental: { messages: { path: './messages', format: 'json', precompile: true } },
});

/** For content/. Turbopack accepts plugins only by name or path. */
const withMDX = createMDX({
  options: {
    remarkPlugins: ['remark-gfm'],
    rehypePlugins: [
      fileURLToPath(new URL('./lib/content/heading-anchors.mjs', import.meta.url)),
      'rehype-slug',
    ],
  },
});

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // The server does, which knows what must not be: server/compress.mjs.
  compress: false,
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@node-rs/argon2',
    'ioredis',
    'pino',
    'prom-client',
  ],
  // `npm run check` checks all types, so that a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true },
  // Nothing here is resized: this closes /_next/image, which would do it for anyone.
  images: { unoptimized: true },
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    ...DOCUMENT_PATHS.map((source) => ({ source, headers: DOCUMENT_HEADERS })),
  ],
};

export default withNextIntl(withMDX(config));
