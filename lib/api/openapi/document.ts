import { z } from 'zod';
import { createDocument, type ZodOpenApiObject, type ZodOpenApiOperationObject } from 'zod-openapi';
import type { Endpoint, OpenEndpoint } from '@/lib/api/endpoint';
import type { Declared, Method } from '@/lib/api/route';
import { SCOPES } from '@/lib/scopes';
import { responsesOf } from './responses';

/**
 * The OpenAPI 3.1 document of all declared routes, made from the schemas that validate.
 * @param origin where this installation is reached
 * @param routes what the route files declare, see {@link Declared}
 */
export function openApiDocument(origin: string, routes: readonly Declared[]) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Zendrhax API',
      version: '1.0.0',
      description:
        'Work with the data of a workspace from your own programs. Send an API key of the workspace as `Authorization: Bearer sk_…`; its Owner makes and revokes keys under `/api-keys`.',
      license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
    },
    servers: [{ url: origin }],
    security: [{ apiKey: [] }],
    tags: tagsOf(routes),
    paths: Object.fromEntries(routes.map((one) => [one.path, pathOf(one)])),
    components: {
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'sk_ and 64 hex characters',
          description: `An API key of the workspace. Its scopes are among ${SCOPES.join(', ')}.`,
        },
      },
    },
  } satisfies ZodOpenApiObject);
}

function pathOf({ path, endpoints }: Declared) {
  const operations = Object.entries(endpoints).map(([method, endpoint]) => [
    method.toLowerCase(),
    operationOf(path, method as Method, endpoint),
  ]);
  return Object.fromEntries(operations);
}

function operationOf(
  path: string,
  method: Method,
  endpoint: Endpoint | OpenEndpoint,
): ZodOpenApiOperationObject {
  const { summary, description } = endpoint;
  const common = {
    operationId: operationId(path, method),
    summary,
    description: withScope(endpoint, description),
    tags: [tagOf(path)],
    responses: responsesOf(path, method, endpoint),
  };
  if (endpoint.access === 'open') return { ...common, security: [] };
  const names = [...path.matchAll(/{(\w+)}/g)].map((match) => String(match[1]));
  const idempotency = {
    'Idempotency-Key': z.string().optional().meta({
      description:
        'Makes the request safe to repeat: see the guide on idempotency. Up to 255 characters, in quotation marks or without.',
      example: '8e03978e-40d5-43dd-bc93-6894a57f9324',
      maxLength: 257,
    }),
  };
  const { query, body } = endpoint;
  return {
    ...common,
    ...(endpoint.scope && { 'x-required-scope': endpoint.scope }),
    requestParams: {
      ...(names.length > 0 && { path: z.object(pathParameters(names)) }),
      ...(query && { query }),
      ...(method === 'POST' && { header: z.object(idempotency) }),
    },
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    }),
  };
}

function withScope(endpoint: Endpoint | OpenEndpoint, description: string): string {
  if (endpoint.access === 'open' || !endpoint.scope) return description;
  return `${description} ${scopeSentence(endpoint.scope)}`;
}

/** How the description of an operation ends that needs a scope. */
export const scopeSentence = (scope: string) => `The key needs the scope \`${scope}\`.`;

function pathParameters(names: string[]) {
  const id = z.uuid().meta({ example: '019ab1c2-7d3e-7f40-8a51-6b2c3d4e5f60' });
  return Object.fromEntries(names.map((name) => [name, id]));
}

/** `GET /api/invoices/{id}` is `getInvoicesById`; `POST …/{id}/pay` is `postInvoicesByIdPay`. */
function operationId(path: string, method: Method): string {
  const words = path
    .replace('/api/', '')
    .split(/[/.]/)
    .map((part) => part.replace(/{(\w+)}/, 'by-$1'))
    .flatMap((part) => part.split('-'));
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return method.toLowerCase() + words.map(capital).join('');
}

const TAGS: Record<string, { title: string; description: string }> = {
  invoices: { title: 'Invoices', description: 'What the workspace bills.' },
  me: { title: 'Key', description: 'The key itself.' },
  health: { title: 'Health', description: 'For those who run this installation.' },
  openapi: { title: 'OpenAPI', description: 'The API itself, for tools.' },
};

const tagOf = (path: string) => path.split('/')[2]?.split('.')[0] ?? 'api';

function tagsOf(routes: readonly Declared[]) {
  const names = [...new Set(routes.map(({ path }) => tagOf(path)))];
  return names.map((name) => {
    const { title, description } = TAGS[name] ?? {
      title: name,
      description: `The resource ${name}.`,
    };
    // What readers of the document that know of it show in place of the name (Redocly's extension).
    return { name, 'x-displayName': title, description };
  });
}
