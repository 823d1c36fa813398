import { z } from 'zod';
import { RETIRE_RULES } from './rotation';

/** When the old key retires: 1 hour after the new key's first request, by default. */
export const rotateApiKeyInput = z.strictObject({
  retire: z.enum(RETIRE_RULES).default(RETIRE_RULES[0]),
});
