import { expect, test } from 'vitest';
import { personName } from '@/lib/identity/schema';
import { workspaceName } from '@/lib/workspaces/workspace/schema';

test.each([
  'Refund pending - sign in at example-billing.com',
  'example-billing.com',
  'EXAMPLE.COM',
  'Pay at https://evil.test',
  'javascript://x',
  'www.evil.test',
  'evil.test/pay',
  'billing@evil',
  'write to billing@evil.test',
  'evil.co',
  'a.bc.de',
  'ejemplo.中国',
  'пример.рф',
  'xn--e1afmkfd.xn--p1ai',
  '192.0.2.1',
  'evil．com',
  'evil。com',
  'ｅｖｉｌ．ｃｏｍ',
  'evil.\u200bcom',
  'evil\u2060.com',
])('%j is an address, and no name', (name) => {
  for (const schema of [personName, workspaceName]) {
    const issue = schema.safeParse(name).error?.issues[0];
    expect(issue).toMatchObject({ params: { code: 'web_address' } });
  }
});

test.each([
  'J.R.R. Tolkien',
  'J. R. Doe',
  'Dr. Robin Doe',
  'Acme Inc.',
  'Robin’s shop',
  'St. Pauli',
  'Version 2.0',
  'Etc...',
  'A/B Testing & Co. KG',
  'El taller de Łucja 株式会社 🔑',
  'Men @ Work',
])('%j is a name', (name) => {
  for (const schema of [personName, workspaceName]) expect(schema.parse(name)).toBe(name);
});
