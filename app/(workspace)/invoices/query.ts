import {
  type ListQuery,
  listAddress,
  type SearchParams as Params,
} from '@/app/(workspace)/_parts/list-address';

/** The parameters that the list's address may have, named as in GET /api/invoices. */
const NAMES = ['status', 'customer', 'issued_from', 'issued_to', 'cursor'] as const;

type Name = (typeof NAMES)[number];

export type InvoicesQuery = ListQuery<Name>;

export type SearchParams = Params<Name>;

export const { queryOf, isTidy, hrefOf } = listAddress('/invoices', NAMES);
