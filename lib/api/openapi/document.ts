import { z } from 'zod';
import { createDocument, type ZodOpenApiObject, type ZodOpenApiOperationObject } from 'zod-openapi';
import type { Declared, Method } from '@/lib/api/route';
import { SCOPE_TERMS, SCOPES } from '@/lib/scopes';
import { conditions } from './conditional';
import type { DeclaredOperation } from './declared-operation';
import { responsesOf } from './responses';
import { tagOf, tagsOf } from './tags';

const scopes = SCOPES.map((scope) => `\`${scope}\` (${SCOPE_TERMS[scope].allows})`).join(', ');

/**
 * The OpenAPI 3.1 document of all declared routes, from the same schemas that validate requests.
 * @param origin of this installation
 * @param routes what the route files declare, see {@link Declared}
 */
export function openApiDocument(origin: string, routes: readonly Declared[]) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Zendrhax API',
      version: '1.0.0',
      description:
        'Work with the data of a workspace from your own programs. Send an API key of the workspace as `Authorization: Bearer sk_…`; its Owner generates and revokes keys under `/api-keys`.',
      license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
    },
    servers: [{ url: origin }],
    security: [{ apiKey: [] }],
    tags: tagsOf(routes.map(({ path }) => path)),
    paths: Object.fromEntries(routes.map((one) => [one.path, pathOf(origin, one)])),
    components: {
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'sk_ and 64 hex characters',
          description: `An API key of the workspace, with some of these scopes: ${scopes}.`,
        },
      },
    },
  } satisfies ZodOpenApiObject);
}

function pathOf(origin: string, { path, endpoints }: Declared) {
  const operations = Object.entries(endpoints).map(([method, endpoint]) => [
    method.toLowerCase(),
    operationOf({ origin, path, method: method as Method, endpoint }),
  ]);
  return Object.fromEntries(operations);
}

function operationOf(operation: DeclaredOperation): ZodOpenApiOperationObject {
  const { path, method, endpoint } = operation;
  const { summary, description } = endpoint;
  const common = {
    operationId: operationId(path, method),
    summary,
    description,
    tags: [tagOf(path)],
    responses: responsesOf(operation),
  };
  const headers = conditions(operation);
  if (endpoint.access === 'open') {
    return { ...common, security: [], requestParams: { header: z.object(headers) } };
  }
  const names = [...path.matchAll(/{(\w+)}/g)].map((match) => String(match[1]));
  const idempotency = {
    'Idempotency-Key': z.string().optional().meta({
      description:
        'Makes the request safe to repeat: see the guide on idempotency. Up to 255 characters, in quotation marks or without.',
      example: '8e03978e-40d5-43dd-bc93-6894a57f9324',
      maxLength: 257,
    }),
  };
  const { scope, query, body } = endpoint;
  return {
    ...common,
    // OpenAPI 3.1 lists the required scopes here, for API keys too.
    security: [{ apiKey: scope ? [scope] : [] }],
    requestParams: {
      ...(names.length > 0 && { path: z.object(pathParameters(names)) }),
      ...(query && { query }),
      header: z.object({ ...(method === 'POST' && idempotency), ...headers }),
    },
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    }),
  };
}

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
