import { z } from 'zod';
import { hasKey, withKeysCut } from '@/lib/text';

const MAX_LENGTH = 2_000;

/** So many hex characters of a key are as good as the whole, whatever stands before them. */
const HEX_OF_A_KEY = 64;

/**
 * An address of the web where a key was found. It comes from a stranger, so it is shown as text and never
 * as a link. Such an address often has the key in it, as that of a search: it is cut out, as a report must
 * not be lost for it (docs/rules.md, rule 5).
 */
export const sourceUrl = z
  .url({ protocol: /^https?$/, hostname: /./, abort: true })
  .max(MAX_LENGTH)
  .transform(withoutSecrets);

function withoutSecrets(text: string): string {
  const url = new URL(text);
  url.username = '';
  url.password = '';
  const cut = withKeysCut(url.href).replace(/%[0-9a-f]{2}|[0-9a-f]+/gi, (part) =>
    part.length < HEX_OF_A_KEY ? part : 'cut',
  );
  // Whoever escapes a part of a key has gone to lengths: where it was hidden is not worth keeping.
  return hasKey(unescaped(cut)) ? `${url.origin}/` : cut;
}

/** As it reads once escapes are undone, also where they are none of UTF-8. */
const unescaped = (text: string) =>
  text.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
