'use server';

import { getLocale } from 'next-intl/server';
import { type Explained, explain } from '@/app/explain';
import { PASTED_MAX_CHARACTERS } from '@/lib/api-keys/read/find-by-secret';
import { SEARCH_MAX_CHARACTERS } from '@/lib/api-keys/read/list-query';
import { looksSecret } from '@/lib/api-keys/secret/looks-secret';
import type { Locale } from '@/lib/i18n/locale';
import { requireMember } from '@/lib/identity/sessions/guards';
import { findArticles, findInvoices, findKeyItself, findKeys, findPages } from './find';
import type { Found, Hit } from './found';

/**
 * Finds keys, invoices, pages and articles. What is typed is posted, not part of an address, as somebody
 * may paste a key: then that key alone is looked for, by its hash.
 */
export async function find(
  shownWorkspaceId: unknown,
  typed: unknown,
): Promise<{ ok: true; found: Found } | Explained> {
  try {
    const { actor } = await requireMember({ shownWorkspaceId });
    const text = typeof typed === 'string' ? typed.slice(0, PASTED_MAX_CHARACTERS).trim() : '';
    const isKey = looksSecret(text);
    if (isKey || text === '') {
      const keys = isKey && actor.isOwner ? await findKeyItself(actor, text) : [];
      return { ok: true, found: someOf({ keys }) };
    }
    const q = text.slice(0, SEARCH_MAX_CHARACTERS);
    const locale = (await getLocale()) as Locale;
    const [keys, invoices, pages, help] = await Promise.all([
      actor.isOwner ? findKeys(actor, q) : [],
      findInvoices(actor, q),
      findPages(actor, q),
      findArticles(locale, q),
    ]);
    return { ok: true, found: someOf({ keys, invoices, pages, help }) };
  } catch (error) {
    return explain(error);
  }
}

function someOf(groups: Partial<Record<Found[number]['kind'], Hit[]>>): Found {
  const kinds = Object.keys(groups) as Found[number]['kind'][];
  return kinds.flatMap((kind) => {
    const hits = groups[kind] ?? [];
    return hits.length > 0 ? [{ kind, hits }] : [];
  });
}
