import fc from 'fast-check';

/** One request as it goes over the wire, so that nothing puts it right on the way. */
export type WireRequest = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer | null;
};

/** What the generated requests may mention, for some of them to get through. */
export type Known = {
  secrets: string[];
  ids: string[];
  cursor: string;
  /** of the OpenAPI document, such as `/api/invoices/{id}` */
  paths: string[];
  /** names of the query parameters in it */
  parameters: string[];
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];
const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json; charset=latin1',
  'text/plain',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  ';',
];
/** Headers with which frameworks talk to themselves. */
const INTERNAL = {
  rsc: '1',
  'next-action': 'a'.repeat(40),
  'next-router-prefetch': '1',
  'next-router-state-tree': '%5B%22',
  'x-middleware-subrequest': 'proxy:proxy:proxy',
  'x-middleware-override-headers': 'authorization',
  'x-invoke-path': '/api-keys',
  'x-matched-path': '/api/[[...path]]',
  'x-nextjs-data': '1',
  'x-http-method-override': 'DELETE',
  'x-forwarded-host': 'evil.test',
  'x-forwarded-proto': 'gopher',
  'x-original-url': '/api/me',
  expect: 'a miracle',
  range: 'bytes=0-1',
  'accept-encoding': 'identity;q=0.1, nonsense',
  'if-none-match': '*',
  'if-match': '"x", W/"',
  te: 'trailers',
  origin: 'null',
  cookie: 'zendrhax.session=%00; zendrhax.locale=es',
  upgrade: 'h2c',
};

const latin1 = fc
  .array(fc.integer({ min: 0x21, max: 0xff }), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes.filter((code) => code !== 0x7f)));

const visible = fc.string({ unit: 'grapheme', maxLength: 30 }).map(encodeURIComponent);
const rawPath = fc
  .array(
    fc.constantFrom('%', '%00', '%2f', '%ff', '..', '.', '//', ';', 'a', '[', '{id}', '?', '#'),
  )
  .map((parts) => parts.join(''));

function authorization({ secrets }: Known) {
  const key = fc.constantFrom(...secrets);
  const scheme = fc.constantFrom('Bearer ', 'bearer ', 'BEARER   ');
  return fc.oneof(
    { weight: 12, arbitrary: fc.tuple(scheme, key).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: key.map((secret) => `Bearer ${secret}x`) },
    { weight: 1, arbitrary: key.map((secret) => `Bearer ${secret}, Bearer ${secret}`) },
    { weight: 1, arbitrary: latin1.map((text) => `Bearer ${text}`) },
    { weight: 1, arbitrary: latin1 },
  );
}

function path({ ids, cursor, paths, parameters }: Known) {
  const id = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: visible },
    { weight: 1, arbitrary: rawPath },
  );
  const end = fc.constantFrom('', '', '', '', '/', '/x');
  const template = fc.constantFrom(...paths);
  const known = fc.tuple(template, id, end).map(([a, b, c]) => a.replace(/{\w+}/g, () => b) + c);
  const address = fc.oneof(
    { weight: 12, arbitrary: known },
    { weight: 1, arbitrary: fc.constantFrom('/api', '/api/') },
    { weight: 1, arbitrary: rawPath.map((text) => `/api/${text}`) },
    { weight: 1, arbitrary: visible.map((text) => `/api/${text}`) },
  );
  const name = fc.oneof(
    fc.constantFrom(...parameters),
    visible,
    fc.constantFrom('__proto__', 'constructor', 'limit[]', 'workspaceId'),
  );
  const changedCursor = fc
    .tuple(fc.nat(cursor.length), visible)
    .map(([at, text]) => cursor.slice(0, at) + text + cursor.slice(at + 1));
  const value = fc.oneof(
    fc.constantFrom(
      cursor,
      'draft',
      '1',
      '100',
      '101',
      '-1',
      '1e9',
      '2026-01-01',
      '0000-00-00',
      '',
    ),
    changedCursor,
    visible,
    fc.integer().map(String),
  );
  const pair = fc.tuple(name, value).map((parts) => parts.join('='));
  const query = fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    { weight: 3, arbitrary: fc.array(pair, { maxLength: 4 }).map((all) => `?${all.join('&')}`) },
    { weight: 1, arbitrary: rawPath.map((text) => `?${text.replaceAll('#', '')}`) },
  );
  return fc.tuple(address, query).map(([a, q]) => a.replace('#', '%23') + q);
}

const idempotencyKey = fc.oneof(
  fc.constantFrom('a', '"a"', 'order-17', 'x'.repeat(255), 'x'.repeat(256), '""', '"'),
  latin1,
);

function headers(known: Known) {
  const optional = <Value>(arbitrary: fc.Arbitrary<Value>) =>
    fc.option(arbitrary, { nil: undefined });
  const own = fc.record({
    authorization: fc.option(authorization(known), { freq: 12, nil: undefined }),
    'content-type': fc.option(
      fc.oneof(
        { weight: 4, arbitrary: fc.constant('application/json') },
        fc.constantFrom(...TYPES),
      ),
      { freq: 12, nil: undefined },
    ),
    'content-encoding': fc.option(fc.constantFrom('gzip', 'identity', 'br', ''), {
      freq: 1,
      nil: undefined,
    }),
    'idempotency-key': optional(idempotencyKey),
    'x-forwarded-for': optional(fc.oneof(fc.ipV4(), fc.ipV6(), latin1)),
  });
  const internal = fc.subarray(Object.entries(INTERNAL), { maxLength: 2 }).map(Object.fromEntries);
  const other = fc.option(latin1, { nil: '' }).map((text) => ({ 'x-other': text }));
  return fc
    .tuple(own, fc.option(internal, { freq: 2, nil: {} }), other)
    .map((parts) => Object.assign({}, ...parts))
    .map((all) => JSON.parse(JSON.stringify(all)) as Record<string, string>);
}

const line = fc.record(
  {
    description: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('Consulting')),
    quantity: fc.oneof(fc.integer(), fc.double(), fc.constant(1)),
    unit_amount: fc.oneof(fc.maxSafeInteger(), fc.constant(100), fc.constant('1')),
  },
  { requiredKeys: [] },
);
const invoice = fc.record(
  {
    customer: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('Northwind'), fc.anything()),
    currency: fc.oneof(fc.constantFrom('EUR', 'JPY', 'KWD', 'eur', 'XXX'), fc.string()),
    due_on: fc.oneof(fc.constantFrom('2027-01-31', '2027-02-30', null), fc.string()),
    lines: fc.array(line, { maxLength: 4 }),
  },
  { requiredKeys: [] },
);
const GOOD = {
  customer: 'Northwind',
  currency: 'EUR',
  lines: [{ description: 'Consulting', quantity: 1, unit_amount: 100 }],
};

function text(value: unknown): Buffer {
  return Buffer.from(
    JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)) ?? '',
  );
}

const body = fc.oneof(
  { weight: 4, arbitrary: fc.constant(GOOD).map(text) },
  { weight: 4, arbitrary: invoice.map(text) },
  { weight: 2, arbitrary: fc.json().map((json) => Buffer.from(json)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 65_530, max: 65_550 }).map((size) => Buffer.alloc(size, ' ')),
  },
  { weight: 1, arbitrary: fc.constant(Buffer.from('{}')) },
);

/** Requests of every kind, from right to absurd. */
export function wireRequest(known: Known): fc.Arbitrary<WireRequest> {
  return fc
    .record({
      method: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom('GET', 'POST', 'PATCH') },
        { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
      ),
      path: path(known),
      headers: headers(known),
      body: fc.option(body, { nil: null }),
    })
    .map((request) =>
      ['GET', 'HEAD', 'TRACE'].includes(request.method) ? { ...request, body: null } : request,
    );
}
