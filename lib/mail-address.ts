import { z } from 'zod';

/**
 * Whether a text is one mail address and nothing else, as HTML defines it for its fields (`type=email`):
 * what a browser takes, we take. No space, comma, bracket or quote is in it, so it is safe in a header.
 */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 && z.regexes.html5Email.test(text);
