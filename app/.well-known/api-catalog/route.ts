import { connection } from 'next/server';
import { env } from '@/lib/env';
import { DOCUMENT_PATHS } from '@/lib/facts/response-headers.mjs';

const LEAKED_KEYS_PATH = '/.well-known/leaked-keys';
const PATH = '/.well-known/api-catalog';
const PROFILE = 'https://www.rfc-editor.org/info/rfc9727';

/** Where the API, its description and its documentation are, for tools (RFC 9727, RFC 9264). */
async function catalog(): Promise<Response> {
  // The origin is a setting of the server, not of the build.
  await connection();
  const link = (path: string, type?: string) => ({ href: `${env.NEXTAUTH_URL}${path}`, type });
  const linkset = [
    { anchor: link(PATH).href, item: [link('/api')] },
    {
      anchor: link('/api').href,
      'service-desc': DOCUMENT_PATHS.map((path) => link(path, 'application/json')),
      'service-doc': [link('/docs', 'text/html')],
      status: [link('/api/health', 'application/json')],
    },
    // Where scanners report what they find, and how they find it.
    {
      anchor: link('/api/leaked-keys').href,
      'service-meta': [link(LEAKED_KEYS_PATH, 'application/json')],
    },
  ];
  return new Response(JSON.stringify({ linkset }), {
    headers: {
      'Content-Type': `application/linkset+json; profile="${PROFILE}"`,
      Link: `<${link(PATH).href}>; rel="api-catalog"`,
    },
  });
}

export { catalog as GET };
