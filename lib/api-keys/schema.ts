import { z } from 'zod';
import { EXPIRIES } from './expiries';

/** What a key may do. A new key may do all of it unless its maker says otherwise. */
export const SCOPES = ['invoices:read', 'invoices:write'] as const;

export const NAME_MAX_CHARACTERS = 80;

// Control characters, lone surrogates, line separators and the marks that reorder text: each could
// make a name read as something else in a list or a log. Emoji, joiners included, are fine.
const DECEPTIVE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const VISIBLE = /[^\p{Cf}\p{Z}\p{M}]/u;

/** A key's name: 1–80 characters, trimmed, one line that reads as it is written. */
export const apiKeyName = z
  .string()
  .trim()
  .refine((name) => VISIBLE.test(name), {
    params: { code: 'required' },
    error: 'Give the key a name.',
    abort: true,
  })
  .refine((name) => [...name].length <= NAME_MAX_CHARACTERS, {
    params: { code: 'too_long' },
    error: `Use at most ${NAME_MAX_CHARACTERS} characters.`,
    abort: true,
  })
  .refine((name) => !DECEPTIVE.test(name), {
    params: { code: 'control_characters' },
    error: 'Leave out control characters and line breaks.',
  });

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
