import { z } from 'zod';
import { isMailAddress } from '@/lib/mail-address';
import { oneLine, withoutKey } from '@/lib/text';

/** What people may write about. The form starts with the first. */
export const TOPICS = ['product', 'plans', 'security', 'other'] as const;

const MESSAGE_MAX_CHARACTERS = 5_000;

/** One plain address, so that nobody can add a second recipient or a header to it. */
const email = withoutKey(z.string())
  .trim()
  .refine((text) => text.length > 0, { params: { code: 'required' }, abort: true })
  .refine(isMailAddress, {
    params: { code: 'email' },
  });

/** Text of several lines, its line breaks as `\n`. */
const message = withoutKey(z.string())
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .refine((text) => text.length > 0, { params: { code: 'required' }, abort: true })
  .refine((text) => [...text].length <= MESSAGE_MAX_CHARACTERS, {
    params: { code: 'too_long', max: MESSAGE_MAX_CHARACTERS },
    abort: true,
  })
  .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), { params: { code: 'control_characters' } });

export const contactInput = z.strictObject({
  name: oneLine(80),
  email,
  topic: z.enum(TOPICS),
  message,
  /** a field that nobody sees: programs fill it in, and sometimes a browser that means well */
  website: z
    .string()
    .default('')
    .refine((text) => text === '', { params: { code: 'leave_empty' } }),
});
