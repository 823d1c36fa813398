import { cache } from 'react';
import { readUsage } from '@/lib/api-keys/read/read-usage';

/** What is known about the use of a key, read once for all parts of a page. */
export const readUsageOf = cache(readUsage);
