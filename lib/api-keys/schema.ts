import { z } from 'zod';
import { DEFAULT_SCOPES, SCOPES } from '@/lib/scopes';
import { oneLine } from '@/lib/text';
import { EXPIRIES } from './expiries';
import { RETIRE_RULES } from './rotation';

export const NAME_MAX_CHARACTERS = 80;

/** A key's name: 1–80 characters, trimmed, one line without deceptive characters. */
export const apiKeyName = oneLine(NAME_MAX_CHARACTERS);

export const createApiKeyInput = z.strictObject({
  name: apiKeyName,
  scopes: z.array(z.enum(SCOPES)).min(1).default(DEFAULT_SCOPES),
  expiresInDays: z
    .literal([...EXPIRIES])
    .nullable()
    .default(null),
});

/** When the old key retires: 1 hour after the new key's first request, by default. */
export const rotateApiKeyInput = z.strictObject({
  retire: z.enum(RETIRE_RULES).default(RETIRE_RULES[0]),
});
