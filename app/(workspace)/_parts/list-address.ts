import { redirect } from 'next/navigation';
import { AppError } from '@/lib/errors';
import { fieldNameOf } from '@/lib/validation';

export type ListQuery<Name extends string> = { [name in Name]?: string };

export type SearchParams<Name extends string> = { [name in Name]?: string | string[] };

/**
 * A list whose address says all that it shows.
 * @param path of the list; what is in it is below that
 * @param names the parameters that the address may have
 */
export function listAddress<const Name extends string>(path: string, names: readonly Name[]) {
  return {
    /**
     * Reads the parameters of an address. Empty ones, which a form sends for unfilled fields, and
     * repeated ones are left out.
     */
    queryOf(params: SearchParams<Name>): ListQuery<Name> {
      const given = names.map((name) => {
        const value = params[name];
        return [name, typeof value === 'string' ? value.trim() : ''] as const;
      });
      return Object.fromEntries(given.filter(([, value]) => value !== '')) as ListQuery<Name>;
    },

    /** Whether the address has no empty, untrimmed or repeated parameter. */
    isTidy(params: SearchParams<Name>, query: ListQuery<Name>): boolean {
      return names.every((name) => params[name] === query[name]);
    },

    /**
     * The address of the list.
     * @param id or of this one in it, which leads back to the list as it is
     */
    hrefOf(query: ListQuery<Name>, id?: string): string {
      const search = new URLSearchParams(query as Record<string, string>).toString();
      const place = id ? `${path}/${id}` : path;
      return search ? `${place}?${search}` : place;
    },
  };
}

export function without<Query extends object>(query: Query, names: readonly string[]): Query {
  const kept = Object.entries(query).filter(([name]) => !names.includes(name));
  return Object.fromEntries(kept) as Query;
}

/**
 * Lists by the valid parameters of an address, which anyone may have written.
 * @param list a domain verb
 * @param hrefOf the address of the list, to start again after a cursor that is none
 * @returns also the names of the invalid parameters
 */
export async function listUsable<Query extends object, List extends object>(
  query: Query,
  list: (usable: Query) => Promise<List>,
  hrefOf: (query: Query) => string,
  wrong: string[] = [],
): Promise<List & { wrong: string[] }> {
  try {
    return { ...(await list(without(query, wrong))), wrong };
  } catch (error) {
    if (!AppError.is(error, 'validation_failed')) throw error;
    const more = error.details.errors.map(fieldNameOf);
    if (more.includes('cursor')) redirect(hrefOf(without(query, ['cursor'])));
    return listUsable(query, list, hrefOf, [...wrong, ...more]);
  }
}
