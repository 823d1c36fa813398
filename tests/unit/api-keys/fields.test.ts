import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, expect, test, vi } from 'vitest';
import { KeyOptions } from '@/app/(workspace)/api-keys/_generate/key-options';
import { EditKey } from '@/app/(workspace)/api-keys/[id]/_edit/edit-key';
import { KeyFacts } from '@/app/(workspace)/api-keys/[id]/key-facts';
import { formatOf } from '@/app/(workspace)/api-keys/export/files';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { createApiKeyInput, TERM_COLUMNS, updateApiKeyInput } from '@/lib/api-keys/model/schema';

// Words are what they are asked for by.
const say = (key: string) => key;
const format = { dateTime: String, relativeTime: String, number: String };
vi.mock('next-intl', () => ({
  useTranslations: () => say,
  useFormatter: () => format,
  useNow: () => new Date(),
}));
vi.mock('next-intl/server', () => ({
  getTranslations: async () => say,
  getFormatter: async () => format,
  getNow: async () => new Date(),
}));
vi.mock('next/navigation', () => ({ useRouter: () => ({}), usePathname: () => '/' }));
vi.mock('@/app/(workspace)/api-keys/[id]/_edit/actions', () => ({ saveKey: () => undefined }));

afterAll(() => {
  vi.doUnmock('next-intl');
  vi.doUnmock('next-intl/server');
  vi.doUnmock('next/navigation');
  vi.doUnmock('@/app/(workspace)/api-keys/[id]/_edit/actions');
});

const apiKey = {
  id: 'id',
  workspaceId: 'workspace',
  name: 'Nightly export',
  note: '',
  hint: 'sk_a1b2…9f0e',
  scopes: ['invoices:read'],
  newPlaceMails: true,
  allowedAddresses: ['203.0.113.7'],
  requestsPerMinute: 30,
  state: 'active',
  createdAt: new Date(),
  createdBy: null,
  expiresAt: null,
  lastUsedAt: null,
} as unknown as ApiKey;

/** What is read of a key while it is shown. */
async function readBy(show: (apiKey: ApiKey) => Promise<unknown>): Promise<string[]> {
  const read = new Set<string>();
  const get = (_: ApiKey, name: string) => {
    read.add(name);
    return apiKey[name as keyof ApiKey];
  };
  await show(new Proxy(apiKey, { get }));
  return [...read];
}

const controlsIn = (form: ReactNode) =>
  [...renderToStaticMarkup(form).matchAll(/<(?:input|select|textarea)[^>]* name="(\w+)"/g)].map(
    ([, name]) => name,
  );

const terms = Object.keys(TERM_COLUMNS);

test('each field of a new key has a control where it is generated', () => {
  const options = createElement(KeyOptions, {
    ref: { current: null },
    errors: {},
    maxKeyDays: null,
  });
  const fields = createApiKeyInput.omit({ name: true }).keyof().options;
  expect(controlsIn(options).sort()).toEqual(fields.sort());
});

test('each field that may be edited has a control on the page of the key', () => {
  const form = createElement(EditKey, { apiKey });
  expect(controlsIn(form).sort()).toEqual(updateApiKeyInput.keyof().options.sort());
});

test('the page of a key tells all that was decided about it, below its name', async () => {
  const read = await readBy((key) => KeyFacts({ apiKey: key, maxKeyDays: null }));
  expect(read).toEqual(expect.arrayContaining(terms.filter((term) => term !== 'name')));
});

test.each(['csv', 'json'])(
  'the export as %s has all that was decided about a key',
  async (name) => {
    const read = await readBy(async (key) => {
      const pages = async function* () {
        yield [key];
      };
      for await (const _ of formatOf(name).write(pages(), 'en'));
    });
    expect(read).toEqual(expect.arrayContaining(terms));
  },
);
