import {
  type ListQuery,
  listAddress,
  type SearchParams as Params,
} from '@/app/(workspace)/_parts/list-address';

/**
 * The parameters that the list's address may have: those of the domain verb, and what is to be said of
 * a search.
 */
const NAMES = ['q', 'state', 'sort', 'size', 'cursor', 'from', 'notice'] as const;

type Name = (typeof NAMES)[number];

export type KeysQuery = ListQuery<Name>;

export type SearchParams = Params<Name>;

export const { queryOf, isTidy, hrefOf } = listAddress('/api-keys', NAMES);

/** The address of the list, at the place of the page where it begins. */
export const listAt = (query: KeysQuery) => `${hrefOf(query)}#keys`;
