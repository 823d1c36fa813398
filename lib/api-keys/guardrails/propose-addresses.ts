import { readEntry } from '@/lib/api-keys/model/address-list';
import type { ProvedKey } from '@/lib/api-keys/model/api-key';
import { flushUsageOf } from '@/lib/api-keys/usage/flush-usage';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';

const DAY_MS = 86_400_000;
const USED_FOR_DAYS = 30;

/** An address that was seen for the first time within so many days is new: it may be a stranger's. */
export const NEW_FOR_DAYS = 7;

/** An address that a key was used from: one of IPv4, or a network of IPv6. */
export type ProposedAddress = {
  address: string;
  /** what its programs call themselves, where they do */
  agents: string[];
  firstAt: Date;
  lastAt: Date;
  /** that the key opened the API for */
  requests: number;
  isNew: boolean;
};

export type Proposal = {
  /** most requests first, and what is new last */
  addresses: ProposedAddress[];
  /** requests from addresses that are not told apart any more */
  others: number;
};

/**
 * Where requests came from that a key opened the API for in the last 30 days, up to now. What was
 * refused is no use.
 * @param apiKey read for its Owner before, as by `getApiKey`: there the permission was checked
 */
export async function proposeAddresses({ id }: ProvedKey): Promise<Proposal> {
  await flushUsageOf([id]);
  const now = (await databaseNow()).getTime();
  const rows = await db.apiKeyClient.findMany({
    where: { apiKeyId: id, lastAcceptedAt: { gte: new Date(now - USED_FOR_DAYS * DAY_MS) } },
    orderBy: { lastAcceptedAt: 'desc' },
    select: {
      address: true,
      agent: true,
      accepted: true,
      firstAcceptedAt: true,
      lastAcceptedAt: true,
    },
  });
  const byAddress = new Map<string, ProposedAddress>();
  for (const { address, agent, accepted, firstAcceptedAt, lastAcceptedAt } of rows) {
    const { range } = readEntry(address);
    if (!range || !firstAcceptedAt || !lastAcceptedAt) continue;
    const known = byAddress.get(range);
    const firstAt = earlier(known?.firstAt, firstAcceptedAt);
    byAddress.set(range, {
      address: range,
      agents: [...(known?.agents ?? []), ...(agent ? [agent] : [])],
      firstAt,
      lastAt: known?.lastAt ?? lastAcceptedAt,
      requests: (known?.requests ?? 0) + Number(accepted),
      isNew: firstAt.getTime() > now - NEW_FOR_DAYS * DAY_MS,
    });
  }
  const others = rows.filter(({ address }) => !readEntry(address).range);
  return {
    addresses: [...byAddress.values()].sort(
      (one, other) => Number(one.isNew) - Number(other.isNew) || other.requests - one.requests,
    ),
    others: others.reduce((sum, { accepted }) => sum + Number(accepted), 0),
  };
}

const earlier = (one: Date | undefined, other: Date) => (one && one < other ? one : other);
