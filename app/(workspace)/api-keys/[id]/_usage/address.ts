import type { UsagePeriod } from '@/lib/api-keys/usage/period';

/** What an address asks for after its `?`. */
export type Params = Record<string, string | string[] | undefined>;

/** Of which time the use is shown. */
export const periodOf = ({ window }: Params): UsagePeriod => (window === 'month' ? 'month' : 'day');

/** The parameters that an address has once, with some of them changed; `undefined` leaves one out. */
export function paramsWith(params: Params, changes: Params): [name: string, value: string][] {
  const all = Object.entries({ ...params, ...changes });
  return all.filter((one): one is [string, string] => typeof one[1] === 'string');
}

/** The address of a place on the page of a key, with everything else as it is. */
export function hrefOf(id: string, place: string, params: Params, changes: Params): string {
  const search = new URLSearchParams(paramsWith(params, changes)).toString();
  return `/api-keys/${id}${search && '?'}${search}#${place}`;
}
