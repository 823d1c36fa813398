import { AppError, type FieldError } from '@/lib/errors';
import { pointerTo } from '@/lib/validation';

/** Strings, numbers and what structures them; in valid JSON nothing else matters here. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[{}[\],]/g;

/** An answer names so many places at most. */
const MAX_ERRORS = 100;

/** An object or a list that the walk is in, and which member or entry of it. */
type Open = { names: Set<string> | null; place: string | number };

/**
 * Parses JSON (RFC 8259) without guessing: a member that is there twice, of which one value would
 * be lost, and a number that would be read as another one are refused, each with its place.
 * `1.0` and `1e3` are whole numbers, as JSON Schema has it; `1.0000000000000000001` is none, though
 * JavaScript reads 1.
 * @param text UTF-8, decoded
 * @returns `value`, and `textLength`: how many characters of the body are texts
 * @throws AppError `malformed_json`, or `validation_failed` naming each place
 */
export function parseJson(text: string): { value: unknown; textLength: number } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('malformed_json');
  }
  const { errors, textLength } = inspected(text);
  if (errors.length > 0) throw new AppError('validation_failed', { errors });
  return { value, textLength };
}

/** Walks through valid JSON once. */
function inspected(text: string) {
  const errors: FieldError[] = [];
  const open: Open[] = [];
  let textLength = 0;
  const refuse = (code: string, detail: string) => {
    if (errors.length < MAX_ERRORS) {
      errors.push({ pointer: pointerTo(open.map(({ place }) => place)), code, detail });
    }
  };
  let isName = false;
  for (const { 0: token } of text.matchAll(TOKENS)) {
    const inner = open.at(-1);
    if (token === '{' || token === '[') {
      isName = token === '{';
      open.push(isName ? { names: new Set(), place: '' } : { names: null, place: 0 });
    } else if (token === '}' || token === ']') {
      open.pop();
      isName = false;
    } else if (token === ',') {
      isName = inner?.names != null;
      if (inner && typeof inner.place === 'number') inner.place++;
    } else if (token.startsWith('"')) {
      textLength += token.length;
      if (!isName || !inner?.names) continue;
      isName = false;
      inner.place = JSON.parse(token) as string;
      if (inner.names.has(inner.place)) refuse('repeated', 'Give this field once.');
      inner.names.add(inner.place);
    } else if (Number.isInteger(Number(token)) && !isWhole(token)) {
      refuse('invalid_type', 'Give a whole number.');
    }
  }
  return { errors, textLength };
}

/** Whether a number in JSON is whole as it is written, and not only as JavaScript rounds it. */
function isWhole(token: string): boolean {
  const [mantissa = '', exponent = '0'] = token.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = whole.replace('-', '') + fraction;
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  // The last digit that counts is worth ten to the power of this.
  return end === 0 || Number(exponent) - fraction.length + digits.length - end >= 0;
}
