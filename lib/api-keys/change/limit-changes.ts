import type { Actor } from '@/lib/actor';
import { countOrRefuse } from '@/lib/limits/limiter';

const LIMIT = { name: 'key-change', quota: 600, windowSeconds: 3_600 };

/**
 * Counts changes of keys against what a workspace may do in an hour, as each leaves a row of the audit
 * log that stays (ASVS 2.4.1). Ending a key is never counted: nothing may be in the way of it.
 * @throws AppError `rate_limited` after 600 in an hour
 */
export const countKeyChange = ({ workspaceId }: Actor, changes = 1): Promise<void> =>
  countOrRefuse(LIMIT, workspaceId, changes);
