import { expect, test } from 'vitest';
import { invalidKey } from '@/lib/api/problems/problem-parts';
import { SHUT_STATES } from '@/lib/api-keys/model/state';
import en from '@/messages/en.json';
import es from '@/messages/es.json';

const IN_SPANISH: Record<(typeof SHUT_STATES)[number], string> = {
  paused: 'pausada',
  expired: 'caducada',
  retired: 'retirada',
  revoked: 'revocada',
};

test('what says why a key is refused names every state in which it is', () => {
  const { cause } = en.errorReference.codes.invalid_api_key;
  const { cause: causa } = es.errorReference.codes.invalid_api_key;
  for (const state of SHUT_STATES) {
    expect(invalidKey.described).toContain(state);
    expect(cause).toContain(state);
    expect(causa).toContain(IN_SPANISH[state]);
  }
});
