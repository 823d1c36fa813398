import { cache } from 'react';
import { readUsage } from '@/lib/api-keys/read/read-usage';
import type { UsagePeriod } from '@/lib/api-keys/usage/period';
import { requireOwner } from '@/lib/identity/sessions/guards';

/** What is known about the use of a key, read once for all parts of a page. */
export const readUsageOf = cache(async (id: string, period: UsagePeriod) => {
  const { actor } = await requireOwner();
  return readUsage(actor, id, period);
});
