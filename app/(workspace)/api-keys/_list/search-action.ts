'use server';

import { redirect } from 'next/navigation';
import { fieldsOf } from '@/app/form-state';
import { findBySecret, PASTED_MAX_CHARACTERS } from '@/lib/api-keys/read/find-by-secret';
import { SEARCH_MAX_CHARACTERS } from '@/lib/api-keys/read/list-query';
import { looksSecret } from '@/lib/api-keys/secret/looks-secret';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { listAt, queryOf } from './query';

/**
 * Search: goes to the list that was asked for. For a key itself it goes to that key's page, as an
 * address, which is kept and logged, must never contain one.
 */
export async function searchKeys(form: FormData): Promise<never> {
  const { actor } = await requireOwner();
  const { q: typed, ...chosen } = fieldsOf(form, 'q', 'state', 'sort', 'size');
  const filters = {
    state: shortened(chosen.state),
    sort: shortened(chosen.sort),
    size: shortened(chosen.size),
  };
  const q = typed.slice(0, PASTED_MAX_CHARACTERS);
  if (looksSecret(q)) {
    const id = await findBySecret(actor, q);
    redirect(id ? `/api-keys/${id}` : listAt(queryOf({ ...filters, notice: 'unknown_key' })));
  }
  redirect(listAt(queryOf({ ...filters, q: shortened(q.trim()) })));
}

/** So that no form makes an address that is too long for a header. */
const shortened = (text: string) => [...text].slice(0, SEARCH_MAX_CHARACTERS).join('');
