import { cache } from 'react';
import { readUse } from '@/lib/api-keys/use/read-use';
import type { Window } from '@/lib/api-keys/use/window';
import { requireOwner } from '@/lib/auth/guards';

/** What is known about the use of a key, read once for all parts of a page. */
export const readUseOf = cache(async (id: string, window: Window) => {
  const { actor } = await requireOwner();
  return readUse(actor, id, window);
});
