import type { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiOverride,
} from 'zod-openapi';
import { acceptedBy } from '@/lib/api/endpoint/media-types';
import type { Declared, Method } from '@/lib/api/endpoint/route';
import { tagOf, tagsOf } from '@/lib/api/tags';
import { SCOPE_TERMS, SCOPES } from '@/lib/scopes';
import type { DeclaredOperation, Shared } from './declared-operation';
import { addExamples } from './examples';
import { forGenerators } from './for-generators';
import { namedHeaders } from './named-headers';
import { requestParametersOf } from './parameters';
import { responsesOf } from './responses';

/** The newest entry of content/help/en/changelog.mdx. */
const VERSION = '1.4.0';

const scopes = SCOPES.map((scope) => `\`${scope}\` (${SCOPE_TERMS[scope].allows})`).join(', ');

/**
 * The OpenAPI 3.1 document of all declared routes, from the same schemas that validate requests.
 * @param origin of this installation
 * @param routes what the route files declare, see {@link Declared}
 */
export function openApiDocument(origin: string, routes: readonly Declared[]) {
  const shared = { origin, headers: namedHeaders(origin), refusals: new Map() };
  const description = {
    openapi: '3.1.0',
    info: {
      title: 'Zendrhax API',
      version: VERSION,
      description:
        'Work with the data of a workspace from your own programs. Send an API key of the workspace as `Authorization: Bearer sk_…`; its Owner generates and revokes keys under `/api-keys`.',
      contact: { name: 'Zendrhax', url: `${origin}/contact` },
      license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
    },
    servers: [{ url: origin }],
    security: [{ apiKey: [] }],
    tags: tagsOf(routes.map(({ path }) => path)),
    paths: Object.fromEntries(routes.map((one) => [one.path, pathItemOf(shared, one)])),
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
  } satisfies ZodOpenApiObject;
  const document = forGenerators(createDocument(description, { override: openAnswers }));
  addExamples(document);
  return document;
}

/** A later version may add a field to an answer, and must break no client that validates. */
const openAnswers: ZodOpenApiOverride = ({ jsonSchema, io }) => {
  if (io === 'output' && jsonSchema.additionalProperties === false) {
    delete jsonSchema.additionalProperties;
  }
};

function pathItemOf(shared: Shared, { path, endpoints }: Declared) {
  const operations = Object.entries(endpoints).map(([method, endpoint]) => [
    method.toLowerCase(),
    operationOf({ ...shared, path, method: method as Method, endpoint }),
  ]);
  return Object.fromEntries(operations);
}

function operationOf(operation: DeclaredOperation): ZodOpenApiOperationObject {
  const { path, method, endpoint } = operation;
  const { operationId, summary, description } = endpoint;
  const common = {
    operationId,
    summary,
    description,
    tags: [tagOf(path)],
    responses: responsesOf(operation),
  };
  const body = endpoint.access === 'open' ? endpoint.takes?.body : endpoint.body;
  return {
    ...common,
    security: securityOf(operation),
    requestParams: requestParametersOf(operation),
    ...(body && { requestBody: { required: true, content: contentOf(method, body) } }),
  };
}

/** OpenAPI 3.1 lists the required scopes here, for API keys too. */
function securityOf({ endpoint }: DeclaredOperation) {
  if (endpoint.access === 'open') return [];
  return [{ apiKey: endpoint.scope ? [endpoint.scope] : [] }];
}

const contentOf = (method: Method, schema: z.ZodType) =>
  Object.fromEntries(acceptedBy(method).map((type) => [type, { schema }]));
