import type { ProvedKey, Terms } from '@/lib/api-keys/model/api-key';
import { mayComeFrom } from '@/lib/api-keys/model/may-come-from';
import { flushUsageOf } from '@/lib/api-keys/usage/flush-usage';
import { periodAt } from '@/lib/api-keys/usage/period';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import type { ApiKeyAddressHour } from '@/prisma/generated/client';

/** An hour of a key from one address; without one, from all that are not told apart. */
type AddressHour = Omit<ApiKeyAddressHour, 'apiKeyId'>;

/** Requests from one address, or from all that are not told apart, which is empty. */
export type FromAddress = { address: string; requests: number };

export type Guardrails = Pick<Terms, 'allowedAddresses' | 'requestsPerMinute'>;

/**
 * The last 24 hours of a key by address and minute, up to now.
 * @param apiKey read for its Owner before, as by `getApiKey`: there the permission was checked
 */
export async function dayByAddress({ id }: ProvedKey): Promise<AddressHour[]> {
  await flushUsageOf([id]);
  const { from } = periodAt(await databaseNow(), 'day');
  return db.apiKeyAddressHour.findMany({
    where: { apiKeyId: id, hour: { gte: from } },
    select: { hour: true, address: true, minutes: true, elsewhere: true },
  });
}

/**
 * Which requests of a day other guardrails would have refused, of those that the present ones let
 * through.
 * @param day see {@link dayByAddress}
 * @returns `elsewhere` by address, most requests first; `overLimit` counts by the minute of the clock,
 *   where a window of the limit begins with its first request
 */
export function lossOf(
  day: AddressHour[],
  { from, to }: { from: Guardrails; to: Guardrails },
): { elsewhere: FromAddress[]; overLimit: number } {
  const allowedBy = ({ allowedAddresses }: Guardrails, { address }: AddressHour) =>
    mayComeFrom(allowedAddresses.join(' '), address);
  const present = day.filter((hour) => allowedBy(from, hour));
  const lost = present.filter((hour) => !allowedBy(to, hour));
  const kept = present.filter((hour) => allowedBy(to, hour));
  const isLower = isBelow(to.requestsPerMinute, from.requestsPerMinute);
  return {
    elsewhere: byAddress(lost, ({ minutes }) => sumOf(minutes)),
    overLimit: isLower ? overLimit(kept, Number(to.requestsPerMinute)) : 0,
  };
}

/**
 * Requests of a day that were refused because of the address that they came from, most first. An
 * address that is on the list by now is left out.
 */
export function refusedIn(day: AddressHour[], { allowedAddresses }: Guardrails): FromAddress[] {
  const list = allowedAddresses.join(' ');
  const refused = day.filter(({ address }) => !mayComeFrom(list, address));
  return byAddress(refused, ({ elsewhere }) => elsewhere);
}

const isBelow = (limit: number | null, other: number | null) =>
  limit !== null && (other === null || limit < other);

const sumOf = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0);

function byAddress(day: AddressHour[], count: (hour: AddressHour) => number): FromAddress[] {
  const sums = new Map<string, number>();
  for (const hour of day) sums.set(hour.address, (sums.get(hour.address) ?? 0) + count(hour));
  return [...sums]
    .map(([address, requests]) => ({ address, requests }))
    .filter(({ requests }) => requests > 0)
    .sort((one, other) => other.requests - one.requests || (one.address < other.address ? -1 : 1));
}

/** How many requests there were beyond a limit, of all addresses together. */
function overLimit(day: AddressHour[], limit: number): number {
  const minutes = new Map<number, number>();
  for (const { hour, minutes: counted } of day) {
    for (const [place, requests] of counted.entries()) {
      const minute = hour.getTime() + place;
      minutes.set(minute, (minutes.get(minute) ?? 0) + requests);
    }
  }
  return sumOf([...minutes.values()].map((requests) => Math.max(0, requests - limit)));
}
