import { cache } from 'react';
import type { Window } from '@/lib/api-keys/usage/period';
import { readUse } from '@/lib/api-keys/usage/read-usage';
import { requireOwner } from '@/lib/identity/sessions/guards';

/** What is known about the use of a key, read once for all parts of a page. */
export const readUseOf = cache(async (id: string, window: Window) => {
  const { actor } = await requireOwner();
  return readUse(actor, id, window);
});
