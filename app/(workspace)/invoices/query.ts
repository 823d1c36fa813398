/** The parameters that the list's address may have, named as in GET /api/invoices. */
const NAMES = ['status', 'customer', 'issued_from', 'issued_to', 'cursor'] as const;

type Name = (typeof NAMES)[number];

export type InvoicesQuery = { [name in Name]?: string };

export type SearchParams = { [name in Name]?: string | string[] };

/**
 * Reads the parameters of an address. Empty ones, which a form sends for unfilled fields, and
 * repeated ones are left out.
 */
export function queryOf(params: SearchParams): InvoicesQuery {
  const given = NAMES.map((name) => {
    const value = params[name];
    return [name, typeof value === 'string' ? value.trim() : ''] as const;
  });
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/** Whether the address has no empty, untrimmed or repeated parameter. */
export function isTidy(params: SearchParams, query: InvoicesQuery): boolean {
  return NAMES.every((name) => params[name] === query[name]);
}

export function without(query: InvoicesQuery, names: readonly string[]): InvoicesQuery {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name)));
}

/**
 * The address of the list.
 * @param id or of this invoice, which leads back to the list as it is
 */
export function hrefOf(query: InvoicesQuery, id?: string): string {
  const search = new URLSearchParams(query).toString();
  const path = id ? `/invoices/${id}` : '/invoices';
  return search ? `${path}?${search}` : path;
}
