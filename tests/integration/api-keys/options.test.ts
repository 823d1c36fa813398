import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { createApiKey } from '@/lib/api-keys/change/create-api-key';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import type { createApiKeyInput } from '@/lib/api-keys/model/schema';
import { listApiKeys } from '@/lib/api-keys/read/list-api-keys';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { makeWorkspace } from '../../support/workspace';

type Option = {
  /** what an Owner may give, and what the key has then */
  taken: [given: unknown, kept: Partial<ApiKey>][];
  refused: unknown[];
};

const inDays = (days: number) => ({
  expiresAt: expect.toSatisfy(
    (date: Date) => Math.round((date.getTime() - Date.now()) / 86_400_000) === days,
  ),
});

/** What an Owner decides about a key. The compiler asks for each field of the form. */
const OPTIONS: Record<keyof z.input<typeof createApiKeyInput>, Option> = {
  name: {
    taken: [['  Nightly export ', { name: 'Nightly export' }]],
    refused: ['', ' ', 'x'.repeat(81), 'two\nlines', 7, { not: '' }, null],
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
};

describe.each(Object.entries(OPTIONS))('%s of a new key', (name, { taken, refused }) => {
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

  test.each(refused)('is refused, by its name: %j', async (given) => {
    const { owner } = await makeWorkspace();
    await expect(createApiKey(owner, input(given))).rejects.toMatchObject({
      code: 'validation_failed',
      details: { errors: [{ pointer: expect.stringMatching(`^#/${name}(/|$)`) }] },
    });
    expect((await listApiKeys(owner)).keys).toEqual([]);
  });
});
