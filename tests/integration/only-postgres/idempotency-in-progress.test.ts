import { expect, test } from 'vitest';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { db } from '@/lib/database/client';
import { bodyOf, send } from '../../support/api';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

test('while a request with an Idempotency-Key runs, another gets 409 at once', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  const rotated = await rotateApiKey(workspace.owner, apiKey.id, { retire: '24h' });
  const post = (name: string, key = secret) =>
    send('/api/invoices', {
      method: 'POST',
      key,
      headers: { 'Idempotency-Key': name },
      body: {
        customer: 'Northwind Traders',
        currency: 'EUR',
        lines: [{ description: 'Consulting hours', quantity: 3, unit_amount: 12_500 }],
      },
    });

  // What a request holds until it ends, held by the test as if it were such a request.
  await db.$transaction(async (tx) => {
    const turn = `${apiKey.id} order-17`;
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))::text`;
    const answer = await post('order-17');
    expect(answer.status).toBe(409);
    expect(answer.headers.get('Retry-After')).toBe('1');
    expect(await bodyOf(answer)).toMatchObject({
      code: 'idempotency_key_in_progress',
      retry_after: 1,
    });
    // The key that takes its place is the same client.
    expect((await post('order-17', rotated.secret)).status).toBe(409);
    expect((await post('order-18')).status).toBe(201);
  });
  expect((await post('order-17')).status).toBe(201);
});
