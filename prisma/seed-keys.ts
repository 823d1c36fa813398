import { randomUUID } from 'node:crypto';
import { generateSecret } from '@/lib/api-keys/secret/secret';
import type { Prisma } from './generated/client';
import { type DemoKey, seedUsage } from './seed-usage';

const DAY_MS = 86_400_000;

const READ = ['invoices:read'];
const WRITE = ['invoices:read', 'invoices:write'];

const LIST = 'GET /api/invoices';
const ONE = 'GET /api/invoices/{id}';
const CREATE = 'POST /api/invoices';
const FINALIZE = 'POST /api/invoices/{id}/finalize';

/**
 * Keys as a workspace has after a year. Their secrets are thrown away at once: nobody has seen them, and
 * they open nothing. Eleven take room, of the twenty that the plan has room for.
 */
export const KEYS: readonly DemoKey[] = [
  {
    name: 'Online shop',
    age: 340,
    terms: {
      note: 'Checkout creates and finalizes. Ask Adrian before you touch it.',
      allowedAddresses: ['203.0.113.16/28'],
    },
    use: {
      rhythm: 'shop',
      perHour: { [CREATE]: 14, [FINALIZE]: 13, [ONE]: 22 },
      failing: 1,
      client: ['203.0.113.24', 'node'],
    },
  },
  {
    name: 'Accounting sync',
    age: 290,
    terms: {
      scopes: READ,
      note: 'Reads new invoices every five minutes.',
      requestsPerMinute: 30,
    },
    holder: 'Ledgerline',
    use: {
      rhythm: 'steady',
      perHour: { [LIST]: 12, [ONE]: 9 },
      client: ['198.51.100.17', 'python-requests/2.33.1'],
    },
  },
  {
    name: 'Zapier integration',
    age: 210,
    holder: 'Zapier',
    use: {
      rhythm: 'bursts',
      perHour: { [LIST]: 4, [CREATE]: 1 },
      failing: 6,
      client: ['192.0.2.90', 'Zapier'],
    },
  },
  {
    name: 'Internal dashboard',
    age: 180,
    terms: { scopes: READ },
    use: {
      rhythm: 'screens',
      perHour: { [LIST]: 60 },
      client: ['203.0.113.40', 'Go-http-client/2.0'],
    },
  },
  {
    name: 'Nightly export',
    age: 150,
    terms: { scopes: READ },
    use: { rhythm: 'nightly', perHour: { [LIST]: 2 }, client: ['203.0.113.24', 'curl/8.15.0'] },
  },
  {
    name: 'Payment reminders',
    age: 95,
    use: {
      rhythm: 'mornings',
      perHour: { [LIST]: 1, [ONE]: 6 },
      client: ['198.51.100.60', 'Java-http-client/21.0.9'],
    },
    expires: 9,
  },
  { name: 'Old intranet', age: 330, terms: { scopes: READ }, lastUsed: 142 },
  {
    name: 'Contractor, spring project',
    age: 240,
    holder: 'Mika, contractor',
    terms: { note: 'Never used so far?' },
  },
  {
    name: 'Warehouse',
    age: 300,
    use: {
      rhythm: 'leaving',
      perHour: { [ONE]: 26 },
      client: ['2001:db8:4f1::12', 'okhttp/5.1.0'],
    },
    retires: 0.75,
  },
  {
    name: 'Warehouse',
    age: 0.25,
    use: { rhythm: 'shifts', perHour: { [ONE]: 20 }, client: ['2001:db8:4f1::14', 'okhttp/5.1.0'] },
    replaces: 'Warehouse',
  },
  {
    name: 'Staging',
    age: 44,
    use: {
      rhythm: 'deployments',
      perHour: { [LIST]: 2, [CREATE]: 1 },
      failing: 15,
      client: ['192.0.2.14', 'curl/8.15.0'],
    },
    expires: 46,
  },
  {
    name: 'Tax adviser',
    age: 30,
    terms: { scopes: READ },
    use: {
      rhythm: 'afternoons',
      perHour: { [LIST]: 1 },
      client: ['198.51.100.8', 'PostmanRuntime/8.0.1'],
    },
    expires: 60,
  },
  {
    name: 'Retired ERP',
    age: 310,
    use: {
      rhythm: 'batches',
      perHour: { [LIST]: 9 },
      client: ['203.0.113.77', 'Apache-HttpClient/5.5'],
    },
    lastUsed: 4,
    revoked: -4,
  },
];

/**
 * Gives a workspace of the demo its keys, with thirty days of use.
 * @param name of the workspace; its Owner generated them
 * @param now the moment up to which they were used
 */
export async function seedKeys(
  tx: Prisma.TransactionClient,
  name: string,
  now: Date,
): Promise<void> {
  const { id: workspaceId, ownerId } = await tx.workspace.findFirstOrThrow({
    where: { name },
    select: { id: true, ownerId: true },
  });
  const ids = new Map<DemoKey, string>(KEYS.map((key) => [key, randomUUID()]));
  const oldOf = (name: string) => KEYS.find((key) => key.name === name && !key.replaces);
  const inDays = (days: number | undefined) =>
    days === undefined ? null : new Date(now.getTime() + days * DAY_MS);
  await tx.apiKey.createMany({
    data: KEYS.map((key) => {
      const { hash, hint } = generateSecret();
      const old = key.replaces && oldOf(key.replaces);
      return {
        id: ids.get(key) ?? randomUUID(),
        ...{ workspaceId, createdById: ownerId, name: key.name, hash, hint },
        ...{ scopes: WRITE, ...key.terms },
        holderName: key.holder ?? null,
        createdAt: new Date(now.getTime() - key.age * DAY_MS),
        expiresAt: inDays(key.expires),
        retiresAt: inDays(key.retires),
        revokedAt: inDays(key.revoked),
        revokedById: key.revoked === undefined ? null : ownerId,
        replacesId: old ? (ids.get(old) ?? null) : null,
      };
    }),
  });
  for (const [key, id] of ids) {
    const data = await seedUsage(tx, key, id, now);
    await tx.apiKey.updateMany({ where: { id }, data });
  }
}
