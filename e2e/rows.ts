import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { domain } from './database';
import { personOn } from './people';

const NAMES = [
  'Zapier integration',
  'Internal dashboard',
  'Nightly export of all invoices',
  'Shop',
];

/** Adds keys as they are after a while: with an end, read only, used long ago. */
export async function addRows(page: Page, count: number): Promise<void> {
  const { db } = await domain();
  const { userId, workspaceId } = personOn(page);
  const day = (days: number) => new Date(Date.now() + days * 86_400_000);
  await db.apiKey.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      workspaceId: String(workspaceId),
      createdById: userId,
      createdAt: day(-1 - index),
      name: `${NAMES[index % NAMES.length]} ${index}`,
      hint: 'sk_0000…ffff',
      hash: randomBytes(32),
      scopes: index % 3 === 0 ? ['invoices:read'] : ['invoices:read', 'invoices:write'],
      expiresAt: index % 4 === 0 ? day(7) : null,
      lastUsedAt: index % 2 === 0 ? day(-40) : null,
    })),
  });
}
