/** What the address of the list may say: the names are those of GET /api/invoices. */
const NAMES = ['status', 'customer', 'issued_from', 'issued_to', 'cursor'] as const;

type Name = (typeof NAMES)[number];

export type InvoicesQuery = { [name in Name]?: string };

export type SearchParams = { [name in Name]?: string | string[] };

/**
 * Reads an address. Left out is what a form sends for a field that was not filled in, and what is
 * given twice.
 */
export function queryOf(params: SearchParams): InvoicesQuery {
  const given = NAMES.map((name) => {
    const value = params[name];
    return [name, typeof value === 'string' ? value.trim() : ''] as const;
  });
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/** Whether the address says what it means and nothing more. */
export function isTidy(params: SearchParams, query: InvoicesQuery): boolean {
  return NAMES.every((name) => params[name] === query[name]);
}

export function without(query: InvoicesQuery, names: readonly string[]): InvoicesQuery {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name)));
}

export function hrefOf(query: InvoicesQuery): string {
  const search = new URLSearchParams(query).toString();
  return search ? `/invoices?${search}` : '/invoices';
}
