import { DEMO_PASSWORD } from '@/lib/facts/demo-people.mjs';
import { hashPassword, verifyPassword } from '@/lib/identity/passwords/passwords';
import { dayIn, UTC } from '@/lib/time-zone';
import type { Prisma, PrismaClient } from './generated/client';
import { seedKeys } from './seed-keys';

/** Workspaces with their plan, people (the first is the Owner) and number of invoices. */
const WORKSPACES = [
  {
    name: 'Acme',
    plan: 'pro',
    people: [
      ['owner@acme.test', 'ADMIN'],
      ['admin@acme.test', 'ADMIN'],
      ['user@acme.test', 'USER'],
    ],
    invoices: 128,
  },
  {
    name: 'Globex',
    plan: 'starter',
    people: [
      ['owner@globex.test', 'ADMIN'],
      ['owner@acme.test', 'ADMIN'],
    ],
    invoices: 34,
  },
  { name: 'Initech', plan: 'free', people: [['owner@initech.test', 'ADMIN']], invoices: 12 },
  { name: 'Umbrella', plan: 'enterprise', people: [['owner@umbrella.test', 'ADMIN']], invoices: 0 },
  { name: 'Hooli', plan: 'legacy', people: [['owner@hooli.test', 'ADMIN']], invoices: 0 },
] as const;

const NAMES: Record<string, string> = {
  'owner@acme.test': 'Olivia Marsh',
  'admin@acme.test': 'Adrian Cole',
  'user@acme.test': 'Uma Patel',
  'owner@globex.test': 'Hank Rivera',
  'owner@initech.test': 'Ingrid Sato',
  'owner@umbrella.test': 'Ulrich Weber',
  'owner@hooli.test': 'Hana Okoye',
};

const CUSTOMERS = [
  'Northwind Traders',
  'Contoso Outdoor',
  'Fabrikam Labs',
  'Café Martínez',
  'Tailspin Toys',
  'Blue Yonder Air',
  'Kyoto Paper 株式会社',
  'Al Noor Trading',
];

/** Currencies with two, zero and three decimals, and a usual unit price in minor units. */
const CURRENCIES = [
  { code: 'EUR', price: 4_900 },
  { code: 'USD', price: 12_500 },
  { code: 'JPY', price: 9_800 },
  { code: 'KWD', price: 15_750 },
] as const;

/** What the plans on sale cost in a month, in cents. */
const PRICES = { free: 0, starter: 1_900, pro: 7_900, enterprise: 29_900 };

const DAY_MS = 86_400_000;

/** Long, because a first start may be on a slow machine and must create the whole demo. */
const PATIENT = { maxWait: 60_000, timeout: 60_000 };

/**
 * Fills an empty database with the demo workspaces of the README.
 * @param now the newest invoice is dated on this day, the others before it
 */
export async function seedDemo(db: PrismaClient, now = new Date()): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await db.$transaction(async (tx) => {
    await tx.plan.create({
      data: {
        slug: 'legacy',
        name: 'Legacy',
        features: [],
        maxActiveApiKeys: 5,
        requestsPerMinute: 60,
        monthlyPrice: 2_900,
        currency: 'USD',
      },
    });
    for (const [slug, monthlyPrice] of Object.entries(PRICES)) {
      await tx.plan.updateMany({ where: { slug }, data: { monthlyPrice, currency: 'USD' } });
    }
    await tx.user.createMany({
      data: Object.entries(NAMES).map(([email, name]) => ({ email, name, passwordHash })),
    });
    for (const workspace of WORKSPACES) await seedWorkspace(tx, workspace, now);
    await seedKeys(tx, 'Acme', now);
  }, PATIENT);
}

/** Whether somebody of the demo still has the password that everyone knows. */
export async function hasDemoAccounts(db: PrismaClient): Promise<boolean> {
  const people = await db.user.findMany({
    where: { email: { in: Object.keys(NAMES) } },
    select: { passwordHash: true },
  });
  const hashes = new Set(people.map(({ passwordHash }) => passwordHash));
  const matches = [...hashes].map((hash) => verifyPassword(hash, DEMO_PASSWORD));
  return (await Promise.all(matches)).includes(true);
}

async function seedWorkspace(
  tx: Prisma.TransactionClient,
  { name, plan, people, invoices }: (typeof WORKSPACES)[number],
  now: Date,
): Promise<void> {
  const { id: workspaceId } = await tx.workspace.create({
    data: {
      name,
      plan: { connect: { slug: plan } },
      owner: { connect: { email: people[0][0] } },
      memberships: {
        create: people.map(([email, role]) => ({ role, user: { connect: { email } } })),
      },
    },
    select: { id: true },
  });
  const made = Array.from({ length: invoices }, (_, index) => demoInvoice(index, invoices, now));
  const stored = await tx.invoice.createManyAndReturn({
    data: made.map(({ invoice }) => ({ ...invoice, workspaceId })),
    select: { id: true },
  });
  await tx.invoiceLine.createMany({
    data: stored.flatMap(
      ({ id }, index) => made[index]?.lines.map((line) => ({ ...line, invoiceId: id })) ?? [],
    ),
  });
}

function demoInvoice(index: number, count: number, now: Date) {
  const age = count - 1 - index;
  const createdAt = new Date(now.getTime() - age * 1.5 * DAY_MS);
  const issuedOn = new Date(dayIn(UTC, createdAt));
  const status = age < 3 ? 'DRAFT' : age < 15 ? 'OPEN' : index % 17 === 0 ? 'VOID' : 'PAID';
  const { code, price } = CURRENCIES[index % CURRENCIES.length] ?? CURRENCIES[0];
  const lines = Array.from({ length: 1 + (index % 3) }, (_, position) => {
    const quantity = 1 + ((index + position) % 5);
    const unitAmount = BigInt(price * (1 + ((index * 7 + position) % 4)));
    return {
      position,
      description: ['Consulting hours', 'Support plan', 'Workshop'][position] ?? 'Services',
      quantity,
      unitAmount,
      amount: unitAmount * BigInt(quantity),
    };
  });
  const invoice = {
    status,
    number: status === 'DRAFT' ? null : index + 1,
    customer: CUSTOMERS[(index * 5) % CUSTOMERS.length] ?? 'Northwind Traders',
    currency: code,
    total: lines.reduce((sum, line) => sum + line.amount, 0n),
    issuedOn: status === 'DRAFT' ? null : issuedOn,
    dueOn: status === 'DRAFT' ? null : new Date(issuedOn.getTime() + 30 * DAY_MS),
    createdAt,
  } as const;
  return { invoice, lines };
}
