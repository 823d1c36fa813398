import { describe, expect, test } from 'vitest';
import { createApiKey } from '@/lib/api-keys/change/create-api-key';
import { updateApiKey } from '@/lib/api-keys/change/update-api-key';
import type { Terms } from '@/lib/api-keys/model/api-key';
import {
  type CreateField,
  createApiKeyInput,
  type UpdateField,
  updateApiKeyInput,
} from '@/lib/api-keys/model/schema';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { listApiKeys } from '@/lib/api-keys/read/list-api-keys';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

type Option = {
  /** what an Owner may give, and what the key has then */
  taken: [given: unknown, kept: Partial<Terms>][];
  refused: unknown[];
};

const A_KEY = `sk_${'a1'.repeat(32)}`;

const inDays = (days: number) => ({
  expiresAt: expect.toSatisfy(
    (date: Date) => Math.round((date.getTime() - Date.now()) / 86_400_000) === days,
  ),
});

/** What an Owner decides about a key. The compiler asks for each field of the forms. */
const OPTIONS: Record<CreateField | UpdateField, Option> = {
  name: {
    taken: [['  Nightly export ', { name: 'Nightly export' }]],
    refused: ['', ' ', 'x'.repeat(81), 'two\nlines', A_KEY, 7, { not: '' }, null],
  },
  scopes: {
    taken: [
      [undefined, { scopes: ['invoices:read', 'invoices:write'] }],
      [['invoices:read'], { scopes: ['invoices:read'] }],
    ],
    refused: [[], ['everything'], 'invoices:read', null],
  },
  expiresInDays: {
    taken: [
      [undefined, { expiresAt: null }],
      [null, { expiresAt: null }],
      [90, inDays(90)],
    ],
    refused: [0, -7, 8, 1e9, '7', { not: '' }],
  },
  newPlaceMails: {
    taken: [
      [undefined, { newPlaceMails: true }],
      ['on', { newPlaceMails: true }],
      ['off', { newPlaceMails: false }],
    ],
    refused: ['', 'yes', true, null, ['on']],
  },
  allowedAddresses: {
    taken: [
      [undefined, { allowedAddresses: [] }],
      ['', { allowedAddresses: [] }],
      [
        ' 203.0.113.7,198.51.100.0/24\r\n2001:DB8:0::/48;203.0.113.7/32\n',
        { allowedAddresses: ['203.0.113.7', '198.51.100.0/24', '2001:db8::/48'] },
      ],
      ['::ffff:203.0.113.0/120', { allowedAddresses: ['203.0.113.0/24'] }],
    ],
    refused: [
      'office',
      '203.0.113.7/24',
      '0.0.0.0/0',
      '::/0',
      '::ffff:0.0.0.0/96',
      Array.from({ length: 101 }, (_, index) => `203.0.113.${index}`).join('\n'),
      `203.0.113.7 ${A_KEY}`,
      7,
      ['203.0.113.7'],
      null,
    ],
  },
  requestsPerMinute: {
    taken: [
      [undefined, { requestsPerMinute: null }],
      ['', { requestsPerMinute: null }],
      [' 30 ', { requestsPerMinute: 30 }],
    ],
    refused: ['0', '-1', '1.5', '1e2', '\u0663', 'many', '1000001', 7, { not: '' }, null],
  },
  note: {
    taken: [[' Ask Uma.\r\n', { note: 'Ask Uma.' }]],
    refused: [
      'x'.repeat(501),
      'evil \u202etxt',
      'bell \u0007',
      `The key is ${A_KEY}, in case we lose it`,
      7,
      { not: '' },
      null,
    ],
  },
  lastDay: {
    taken: [['2999-12-31', { expiresAt: new Date('2999-12-31T23:59:59.999Z') }]],
    refused: ['', '2999-02-30', '1999-12-31', 'tomorrow', 7, { not: '' }, null],
  },
};

const ofNew = createApiKeyInput.keyof().options;
const ofEdited = updateApiKeyInput.keyof().options;

const refusalOf = (name: string) => ({
  code: 'validation_failed',
  details: { errors: [{ pointer: expect.stringMatching(`^#/${name}(/|$)`) }] },
});

describe.each(ofNew)('%s of a new key', (name) => {
  const { taken, refused } = OPTIONS[name];
  const input = (value: unknown) => ({ name: 'Nightly export', [name]: value });

  test.each(taken)(
    'is stored, listed, and kept when the key is rotated: %j',
    async (given, kept) => {
      const { owner } = await makeWorkspace();
      const { apiKey } = await createApiKey(owner, input(given));
      expect(apiKey).toMatchObject(kept);
      const { apiKey: next } = await rotateApiKey(owner, apiKey.id, {});
      expect(next).toMatchObject(kept);
      const { keys } = await listApiKeys(owner);
      expect(keys).toEqual([expect.objectContaining(kept), expect.objectContaining(kept)]);
    },
  );

  test('is refused, by its name, where it cannot be', async () => {
    const { owner } = await makeWorkspace();
    for (const given of refused) {
      const create = createApiKey(owner, input(given));
      await expect(create, JSON.stringify(given)).rejects.toMatchObject(refusalOf(name));
    }
    expect((await listApiKeys(owner)).keys).toEqual([]);
  });
});

describe.each(ofEdited)('%s of an edited key', (name) => {
  const { taken, refused } = OPTIONS[name];
  const given = taken.filter(([value]) => value !== undefined);

  test.each(given)('is changed, and kept when the key is rotated: %j', async (value, kept) => {
    const workspace = await makeWorkspace();
    const { id } = (await makeApiKey(workspace)).apiKey;
    await updateApiKey(workspace.owner, id, { [name]: value });
    expect(await getApiKey(workspace.owner, id)).toMatchObject(kept);
    const { apiKey: next } = await rotateApiKey(workspace.owner, id, {});
    expect(next).toMatchObject(kept);
  });

  test('is refused, by its name, where it cannot be', async () => {
    const workspace = await makeWorkspace();
    const { id } = (await makeApiKey(workspace)).apiKey;
    const before = await getApiKey(workspace.owner, id);
    for (const value of refused) {
      const edit = updateApiKey(workspace.owner, id, { name: 'Other', [name]: value });
      await expect(edit, JSON.stringify(value)).rejects.toMatchObject(refusalOf(name));
    }
    expect(await getApiKey(workspace.owner, id)).toEqual(before);
  });
});
