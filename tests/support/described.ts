import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { openApi } from '@/app/api/document';
import {
  DOCUMENT_HEADERS,
  NO_PAGE_POLICY,
  SECURITY_HEADERS,
} from '@/lib/facts/response-headers.mjs';
import { closed } from './closed';

/** Headers of HTTP itself, and those that are the same for all; the document must have all others. */
const UNDESCRIBED = [
  ...['allow', 'cache-control', 'content-type', 'content-length', 'vary', 'date'],
  'content-encoding',
  ...['connection', 'keep-alive', 'transfer-encoding'],
  ...[...SECURITY_HEADERS, NO_PAGE_POLICY, ...DOCUMENT_HEADERS].map(({ key }) => key.toLowerCase()),
];

type Described = {
  headers?: Record<string, { $ref?: string; schema?: unknown }>;
  content?: Record<string, { examples?: Record<string, unknown> }>;
};
type Reference = { $ref: string };
type Document = {
  paths: Record<string, Record<string, { responses: Record<string, Reference> }>>;
  components: {
    headers: Record<string, { schema: unknown }>;
    responses: Record<string, Described>;
  };
};

type Loaded = { document: Document; ajv: Ajv2020 };

/** By what the document says: to compile its schemas takes longer than most files of a thread do. */
const compiled = globalThis as typeof globalThis & { described?: Map<string, Loaded> };
compiled.described ??= new Map();
const { described } = compiled;
let loaded: Promise<Loaded> | undefined;

async function load(): Promise<Loaded> {
  const document = closed(await openApi()) as unknown as Document;
  const text = JSON.stringify(document);
  const found = described.get(text);
  if (found) return found;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document as object, 'openapi');
  described.set(text, { document, ajv });
  return { document, ajv };
}

/**
 * Checks an answer against the OpenAPI document: its status, media type, body, headers and code are
 * among those described, and it has no member that is not. What no operation describes (405, OPTIONS, unknown addresses) is a problem
 * or has no body.
 */
export async function assertDescribed(method: string, url: string, answer: Response) {
  loaded ??= load();
  const { document, ajv } = await loaded;
  const { pathname } = new URL(url);
  const what = `${method} ${pathname} ${answer.status}`;
  expect(answer.headers.get('x-request-id'), what).toMatch(/^[0-9a-f-]{36}$/);

  const operation = operationOf(document, method, pathname);
  const body = method === 'HEAD' || answer.status === 204 ? '' : await answer.clone().text();
  if (!operation) {
    if (body) assertMatches(ajv, 'openapi#/components/schemas/Problem', body, what);
    return;
  }
  const { template, verb, responses } = operation;
  const one = responses[answer.status];
  if (!one) throw new Error(`${what} is not described`);
  const shared = one.$ref?.split('/').at(-1);
  const response = shared ? document.components.responses[shared] : (one as Described);
  if (!response) throw new Error(`${what}: there is no ${one.$ref}`);
  assertHeaders({ document, ajv }, response, answer.headers, what);
  if (body === '') return;

  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const content = response.content?.[type];
  if (!content) throw new Error(`${what}: ${type} is not described`);
  const place = shared
    ? ['components', 'responses', shared]
    : ['paths', template, verb, 'responses', String(answer.status)];
  const keys = [...place, 'content', type];
  const pointer = keys.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1'));
  assertMatches(ajv, `openapi#/${pointer.map(encodeURIComponent).join('/')}/schema`, body, what);
  if (answer.status >= 400 && content.examples) {
    expect(Object.keys(content.examples), what).toContain(JSON.parse(body).code);
  }
}

function operationOf(document: Document, method: string, pathname: string) {
  const verb = (method === 'HEAD' ? 'GET' : method).toLowerCase();
  for (const [template, operations] of Object.entries(document.paths)) {
    const pattern = template.replaceAll('.', '\\.').replace(/{\w+}/g, '[^/]*');
    if (!new RegExp(`^${pattern}$`).test(pathname)) continue;
    const operation = operations[verb];
    return operation && { template, verb, responses: operation.responses };
  }
  return undefined;
}

function assertHeaders(
  { document, ajv }: Loaded,
  { headers = {} }: Described,
  found: Headers,
  what: string,
) {
  for (const [name, header] of Object.entries(headers)) {
    const value = found.get(name);
    if (value === null) continue;
    const schema = header.$ref
      ? document.components.headers[header.$ref.split('/').at(-1) ?? '']?.schema
      : header.schema;
    const typed = (schema as { type?: string }).type === 'integer' ? Number(value) : value;
    expect(ajv.validate(schema as object, typed), `${what}: ${name}: ${value}`).toBe(true);
  }
  const described = Object.keys(headers).map((name) => name.toLowerCase());
  const unknown = [...found.keys()].filter(
    (name) => !described.includes(name) && !UNDESCRIBED.includes(name),
  );
  expect(unknown, `${what}: headers that the document lacks`).toEqual([]);
}

function assertMatches(ajv: Ajv2020, ref: string, body: string, what: string): void {
  const validate = ajv.getSchema(ref) ?? ajv.compile({ $ref: ref });
  const isValid = validate(JSON.parse(body));
  expect(isValid ? [] : validate.errors, `${what}: ${body}`).toEqual([]);
}
