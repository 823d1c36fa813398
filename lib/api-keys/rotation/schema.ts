import { z } from 'zod';
import { expiryChoice } from '@/lib/api-keys/model/expiry';
import { RETIRE_RULES } from './rotation';

/**
 * When the old key retires: 1 hour after the new key's first request, by default. When the new one
 * expires: when the old one would have, by default.
 */
export const rotateApiKeyInput = z.strictObject({
  retire: z.enum(RETIRE_RULES).default(RETIRE_RULES[0]),
  ...expiryChoice,
});
