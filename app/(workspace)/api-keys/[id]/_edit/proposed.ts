import type { Params } from '@/app/(workspace)/api-keys/[id]/_usage/address';
import { MOST_ADDRESSES, readEntry } from '@/lib/api-keys/model/address-list';
import type { ApiKey } from '@/lib/api-keys/model/api-key';

/**
 * The list of a key with the addresses that the address of its page adds, for its form: nothing is
 * saved by that. Undefined where it adds none.
 */
export function proposedIn({ allowedAddresses }: ApiKey, { allow }: Params): string[] | undefined {
  const asked = [allow].flat().slice(0, MOST_ADDRESSES);
  const read = asked.flatMap((text) => (text && readEntry(text).range) || []);
  const all = [...new Set([...allowedAddresses, ...read])];
  return all.length > allowedAddresses.length ? all : undefined;
}

/** The address of a page whose form has an address added to the list. */
export const hrefToAllow = (id: string, address: string) =>
  `/api-keys/${id}?${new URLSearchParams({ allow: address })}#edit`;
