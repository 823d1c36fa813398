import { programOf } from '@/lib/api-keys/usage/agent';
import { keyReaders } from '@/lib/mail/key-readers';
import { queueNotice } from '@/lib/mail/queue-mail';
import type { Prisma } from '@/prisma/generated/client';

/** A client that a key was used by for the first time. */
export type NewClient = { apiKeyId: string; address: string; agent: string; at: number };

type Place = { address: string; agent: string };
type KnownPlace = Place & { firstSeenAt: Date };

const DAY_MS = 86_400_000;
/** How long a key must have been used before anything can be new. */
const HISTORY_MS = 7 * DAY_MS;
/** A key is told of once in so long. */
const QUIET_MS = DAY_MS;
/** A key that comes from more networks comes from anywhere. */
export const NETWORKS_MAX = 10;

/** Of IPv4 the first three parts, which one provider usually has; of IPv6 it is the address that is kept. */
const networkOf = (address: string) => address.replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1');

const networksIn = (known: Place[]) => new Set(known.map(({ address }) => networkOf(address)));

/** Whether clients come from so many networks that a new one says nothing. */
export const comesFromAnywhere = (known: Place[]): boolean =>
  known.some(({ address }) => address === '') || networksIn(known).size > NETWORKS_MAX;

/**
 * Whether a key is used from a network and by a program that it was not used from and by before. A new
 * release of a program is no other program, and an address that cannot be read is nowhere.
 * @param known the other clients of the key, but for those that are as new
 * @param at milliseconds since 1970
 */
export function isSomewhereNew(
  { address, agent }: Place,
  known: KnownPlace[],
  at: number,
): boolean {
  if (address === '' || address === 'unknown' || comesFromAnywhere(known)) return false;
  return (
    known.some(({ firstSeenAt }) => firstSeenAt.getTime() <= at - HISTORY_MS) &&
    !networksIn(known).has(networkOf(address)) &&
    !known.some((one) => programOf(one.agent) === programOf(agent))
  );
}

/**
 * Leaves a mail about each key that is used from somewhere new: once a day and key, unless it or its
 * workspace does not want that. The page of the key tells it too, until its Owner says that it is fine.
 * @param clients the new ones of keys that the transaction holds
 */
export async function tellSomewhereNew(
  tx: Prisma.TransactionClient,
  clients: NewClient[],
): Promise<void> {
  const latest = Math.max(...clients.map(({ at }) => at));
  const keys = await tx.apiKey.findMany({
    where: {
      id: { in: clients.map(({ apiKeyId }) => apiKeyId) },
      createdAt: { lte: new Date(latest - HISTORY_MS) },
      newPlaceMails: true,
      workspace: { is: { newPlaceMails: true } },
      OR: [{ newPlaceAt: null }, { newPlaceAt: { lte: new Date(latest - QUIET_MS) } }],
    },
    select: {
      id: true,
      name: true,
      hint: true,
      workspaceId: true,
      clients: { select: { address: true, agent: true, firstSeenAt: true } },
    },
  });
  for (const { clients: all, ...key } of keys) {
    const fresh = clients.filter(({ apiKeyId }) => apiKeyId === key.id);
    const known = all.filter((one) => !fresh.some((client) => isSame(one, client)));
    const found = fresh
      .filter((client) => isYoung(all, client))
      .find((client) => isSomewhereNew(client, known, client.at));
    if (found) await tell(tx, key, found);
  }
}

/** What was seen a week ago is not new, whatever became of it then: earlier releases did not write that. */
const isYoung = (all: KnownPlace[], client: NewClient) =>
  all.some((one) => isSame(one, client) && one.firstSeenAt.getTime() > client.at - HISTORY_MS);

const isSame = (one: Place, other: Place) =>
  one.address === other.address && one.agent === other.agent;

type Key = { id: string; name: string; hint: string; workspaceId: string };

async function tell(
  tx: Prisma.TransactionClient,
  { id, name: key, hint, workspaceId }: Key,
  { address, agent, at }: NewClient,
): Promise<void> {
  const when = new Date(at);
  await tx.apiKey.updateMany({
    where: { id, workspaceId },
    data: { newPlaceAt: when, newPlaceAddress: address, newPlaceAgent: agent },
  });
  // What names an address of the web is no name: mail programs would make a link of it.
  const program = /^[\w-]+$/.test(programOf(agent)) ? programOf(agent) : 'none';
  const paths = { path: `/api-keys/${id}/new-place`, secondPath: `/api-keys/${id}/pause` };
  for (const { values, ...reader } of await keyReaders(tx, workspaceId, 'keySomewhereNew')) {
    const named = { ...values, key, hint, address, program };
    await queueNotice('keySomewhereNew', { ...reader, ...paths, at: when, values: named });
  }
}
