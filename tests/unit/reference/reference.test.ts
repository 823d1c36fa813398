import { expect, test } from 'vitest';
import { openApi } from '@/app/api/document';
import { PROBLEM_TYPES } from '@/lib/api/problems/problems';
import { referenceOf } from '@/lib/reference/reference';
import { samplesOf } from '@/lib/reference/samples';

const document = await openApi();
const { origin, groups } = referenceOf(document);
const operations = groups.flatMap((group) => group.operations);
const operation = (id: string) => {
  const found = operations.find((one) => one.id === id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
};

test('every operation of the document is there once', () => {
  const ids = Object.values(document.paths ?? {}).flatMap((item) =>
    Object.values(item).map((one) => (one as { operationId: string }).operationId),
  );
  expect(operations.map(({ id }) => id).sort()).toEqual(ids.sort());
  expect(ids.length).toBeGreaterThan(9);
});

test('groups that need no key come last', () => {
  const needsKey = groups.map(({ operations }) => operations.some((one) => one.needsKey));
  expect(needsKey).toEqual([...needsKey].sort((one, other) => Number(other) - Number(one)));
  expect(needsKey).toContain(false);
});

test('an operation says its scope once, as a label', () => {
  const { scope, description, needsKey } = operation('listInvoices');
  expect(scope).toBe('invoices:read');
  expect(description).not.toContain('scope');
  expect(needsKey).toBe(true);
  expect(operation('getKey').scope).toBeUndefined();
  expect(operation('getReadiness').needsKey).toBe(false);
});

test('a body has nested fields and an example', () => {
  const { body } = operation('createInvoice');
  const lines = body?.fields.find(({ name }) => name === 'lines');
  expect(lines?.fields.map(({ name }) => name)).toEqual(['description', 'quantity', 'unit_amount']);
  expect(body?.example).toMatchObject({ currency: 'EUR', lines: [{ quantity: 3 }] });
});

test('the example of an answer is in the status that the operation leads to', () => {
  const statusOf = (id: string) => operation(id).answer.content?.example;
  expect(statusOf('createInvoice')).toMatchObject({ status: 'draft', number: null });
  expect(statusOf('finalizeInvoice')).toMatchObject({ status: 'open' });
  expect(statusOf('payInvoice')).toMatchObject({ status: 'paid' });
  expect(statusOf('voidInvoice')).toMatchObject({ status: 'void' });
});

test('an answer without a body has no content', () => {
  expect(operation('deleteInvoice').answer).toEqual({ status: 204, content: undefined });
});

test('errors are the codes of each status', () => {
  const { errors } = operation('payInvoice');
  expect(errors).toContainEqual({
    status: 409,
    codes: ['idempotency_key_in_progress', 'invoice_not_editable'],
  });
  for (const { status, codes } of operations.flatMap((one) => one.errors)) {
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(PROBLEM_TYPES).toHaveProperty([code, 'status'], status);
  }
});

test('a sample runs again, and after one in another language: it sends nothing that is taken once', () => {
  for (const one of operations) {
    for (const sample of Object.values(samplesOf(one, origin))) {
      expect(sample).not.toMatch(/Idempotency-Key|reference/);
    }
  }
});

test('the answer to the sample that creates an invoice is what it would get', () => {
  const { body, answer } = operation('createInvoice');
  expect(body?.example).not.toHaveProperty('reference');
  expect(answer.content?.example).toMatchObject({ ...(body?.example as object), reference: null });
});

test('the sample of a list filters nothing away', () => {
  const { curl } = samplesOf(operation('listInvoices'), origin);
  expect(curl).toContain(`${origin}/api/invoices?limit=5'`);
});

test('a parameter with a few allowed values lists them, and its default', () => {
  const sort = operation('listInvoices').parameters.find(({ name }) => name === 'sort');
  expect(sort).toMatchObject({
    type: 'string',
    values: ['-created_at', 'created_at', '-updated_at', 'updated_at'],
    default: '-created_at',
  });
});

test('one length of an Idempotency-Key is told, the one that is enforced', () => {
  const key = operation('createInvoice').parameters.find(({ name }) => name === 'Idempotency-Key');
  expect(key?.limits).toEqual({ unit: 'characters', min: 1, max: 255 });
  expect(key?.description).not.toContain('255');
});

test('no sample has a key in it, or an address left open', () => {
  for (const one of operations) {
    for (const sample of Object.values(samplesOf(one, origin))) {
      expect(sample).not.toMatch(/sk_[0-9a-f]|\{id\}/);
      expect(sample.includes('ZENDRHAX_API_KEY')).toBe(one.needsKey);
      expect(sample).toContain(`${origin}/api/`);
    }
  }
});
