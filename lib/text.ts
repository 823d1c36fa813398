import { z } from 'zod';

// Control characters, lone surrogates, line separators and marks that reorder text: each could make
// a text look like another one in a list or a log. Emoji, including their joiners, are fine.
const DECEPTIVE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
/**
 * For the document of the API: something other than a space, and no control characters. Generators
 * copy it into languages of which some have no `\u`; what else is refused, the server checks.
 */
const PLAIN_LINE = '^ *[^\\x00-\\x20\\x7F][^\\x00-\\x1F\\x7F]*$';
// Some letters, such as U+3164, are drawn as nothing, and so is a Braille cell without a dot.
const VISIBLE = /[^\p{Cf}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether a database can hold a text: PostgreSQL takes no zero characters, UTF-8 no half ones. */
export const isStorable = (text: string): boolean =>
  !text.includes('\0') && !/\p{Surrogate}/u.test(text);

const KEY = /sk_[0-9a-f]{64}/i;
/** So much of a key that its rest could be tried. */
const MUCH_OF_A_KEY = /sk_[0-9a-f]{9,}/gi;

/** A key in a text that is kept could be read wherever the text is (docs/rules.md, rule 5). */
export const withoutKey = <Text extends z.ZodType<string, string>>(schema: Text) =>
  schema.refine((text) => !hasKey(text), {
    params: { code: 'contains_key' },
    error: 'Leave out the key itself.',
    abort: true,
  });

/** Whether a text has a whole key in it. */
export const hasKey = (text: string): boolean => KEY.test(text);

/** A text that nobody typed, such as a header, with keys and beginnings of keys cut out of it. */
export const withKeysCut = (text: string): string => text.replace(MUCH_OF_A_KEY, 'sk_cut');

/**
 * One trimmed line in normal form C (UAX 15), with at least one visible character, no deceptive ones
 * and no key.
 * @param max length in characters (code points)
 */
export function oneLine(max: number) {
  return withoutKey(z.string())
    .normalize('NFC')
    .trim()
    .refine((text) => VISIBLE.test(text), {
      params: { code: 'required' },
      error: 'This must not be empty.',
      abort: true,
    })
    .refine((text) => [...text].length <= max, {
      params: { code: 'too_long', max },
      error: `Use at most ${max} characters.`,
      abort: true,
    })
    .refine((text) => !DECEPTIVE.test(text), {
      params: { code: 'control_characters' },
      error: 'Leave out control characters and line breaks.',
    })
    .meta({ minLength: 1, maxLength: max, pattern: PLAIN_LINE });
}

/**
 * Trimmed lines in normal form C, without deceptive characters and keys; empty if nothing in them is
 * visible.
 * @param max length in characters (code points), with line breaks as one each
 */
export function severalLines(max: number) {
  return withoutKey(z.string())
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .transform((text) => (VISIBLE.test(text.replace(/\s/g, '')) ? text : ''))
    .refine((text) => [...text].length <= max, {
      params: { code: 'too_long', max },
      error: `Use at most ${max} characters.`,
      abort: true,
    })
    .refine((text) => !DECEPTIVE.test(text.replace(/[\n\t]/g, '')), {
      params: { code: 'invisible_characters' },
      error: 'Leave out control characters.',
    });
}

// What a mail program could turn into a link: a scheme, a mail address, `example.com`, `192.0.2.1`.
// A lone initial, such as in "J.R. Doe", is none.
const ADDRESS = /:\/\/|\S@\S|[\p{L}\p{N}\p{M}-][.\u3002]\p{L}[\p{L}\p{M}\p{N}-]|\d(?:\.\d+){3}/u;

/**
 * {@link oneLine} for names in mails to other people. An address of the web or of mail could lure
 * them, so none fits, even with invisible or wide characters in it.
 */
export function nameInMails(max: number) {
  const written = (text: string) => text.replace(/\p{Cf}/gu, '').normalize('NFKC');
  return oneLine(max).refine((text) => !ADDRESS.test(written(text)), {
    params: { code: 'web_address' },
    error: 'Leave out addresses of the web and of mail, and put a space after a full stop.',
  });
}

/** A whole number within limits, which every refusal names. */
export function wholeNumber(min: number, max: number) {
  const words = `Give a whole number from ${min} to ${max}.`;
  // A number that is not there gets the usual sentence.
  const error = ({ input }: { input?: unknown }) => (input === undefined ? undefined : words);
  return z.int({ error, abort: true }).min(min, { error }).max(max, { error });
}

/** A choice between two, as forms send it. */
export const onOrOff = z.enum(['on', 'off']).transform((choice) => choice === 'on');
