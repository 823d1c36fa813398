import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { AppError } from '@/lib/errors';
import { requireOwner } from '@/lib/identity/sessions/guards';

/** The key that the address of a page names. Without one in the Owner's workspace, the page is 404. */
export const findKey = cache(async (id: string) => {
  const { actor } = await requireOwner();
  return getApiKey(actor, id).catch((error) => {
    if (AppError.is(error, 'not_found')) notFound();
    throw error;
  });
});
