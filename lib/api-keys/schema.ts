import { z } from 'zod';
import { oneLine } from '@/lib/text';
import { EXPIRIES } from './expiries';

/** What a key may do. A new key may do all of it unless its maker says otherwise. */
export const SCOPES = ['invoices:read', 'invoices:write'] as const;

export type Scope = (typeof SCOPES)[number];

export const NAME_MAX_CHARACTERS = 80;

/** A key's name: 1–80 characters, trimmed, one line that reads as it is written. */
export const apiKeyName = oneLine(NAME_MAX_CHARACTERS);

export const createApiKeyInput = z.strictObject({
  name: apiKeyName,
  scopes: z
    .array(z.enum(SCOPES))
    .min(1)
    .default([...SCOPES]),
  expiresInDays: z
    .literal([...EXPIRIES])
    .nullable()
    .default(null),
});
