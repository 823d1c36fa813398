import { dictionary } from '@zxcvbn-ts/language-common';

// 49,000 of the most common leaked passwords, in lower case. The list leaves out what the package's
// own matchers would find: sequences, repetitions and dates. The rules below find those, for a
// thousandth of the processor time (docs/decisions/033).
const COMMON = new Set(dictionary['passwords-common']);

const PRODUCT = 'zendrhax';

/** Ways over an alphabet or a keyboard that fingers take. */
const TRACKS = [
  'abcdefghijklmnopqrstuvwxyz',
  '012345678901234567890',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  'qwertzuiopü',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'asdfghjklñ',
  '!@#$%^&*()',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
].flatMap((track) => [track, reversed(track)]);

const MIN_STEPS = 3;
const DIGITS_MIN = 12;
const DECORATION_MAX = 4;
const WORD_MIN = 4;
const REST_MIN = 5;

const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * Whether attackers would try a password among their first (ASVS 6.2.4, 6.2.11): one of the most
 * common, or such a word with digits around it, few digits alone, a repetition, a way over the
 * keyboard, or little more than words that everyone knows about the person.
 * @param about such as the person's address and name
 */
export function isCommonPassword(password: string, about: readonly string[] = []): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  return (
    COMMON.has(text) ||
    COMMON.has(reversed(text)) ||
    isFewDigits(text) ||
    isRepetition(text) ||
    isWalk(text) ||
    isDecorated(text) ||
    isPersonal(text, about)
  );
}

const isFewDigits = (text: string) =>
  /^[\d\s./-]+$/.test(text) && text.replace(/\D/g, '').length < DIGITS_MIN;

function isRepetition(text: string): boolean {
  const [, unit] = /^(.+?)\1+$/su.exec(text) ?? [];
  return unit !== undefined && ([...unit].length < 8 || isCommonPassword(unit));
}

/** Whether it is made of pieces of tracks and of repeated characters alone. */
function isWalk(text: string): boolean {
  let rest = text;
  while (rest !== '') {
    const steps = Math.max(repeated(rest), ...TRACKS.map((track) => shared(rest, track)));
    if (steps < MIN_STEPS) return false;
    rest = rest.slice(steps);
  }
  return true;
}

const repeated = (text: string) => /^(.)\1*/su.exec(text)?.[0].length ?? 0;

/** How many characters the text begins with that follow each other on the track. */
function shared(text: string, track: string): number {
  let length = 0;
  while (length < text.length && track.includes(text.slice(0, length + 1))) length++;
  return length;
}

/** A text to its last character of a kind. A pattern for its end would start anew at every character. */
function upToLast(kind: RegExp, text: string): string {
  const characters = [...text];
  while (characters.length > 0 && !kind.test(characters.at(-1) ?? '')) characters.pop();
  return characters.join('');
}

/** Whether it is a common word in leetspeak, or between digits and signs, or both. */
function isDecorated(text: string): boolean {
  const tailless = upToLast(/\p{L}/u, text);
  const core = tailless.replace(/^[^\p{L}]+/u, '');
  if (COMMON.has(plain(text))) return true;
  return [tailless, core].some((word) => {
    if (word.length < WORD_MIN || !(COMMON.has(word) || COMMON.has(plain(word)))) return false;
    const decoration = text.replace(word, '');
    return withoutSigns(decoration).length <= DECORATION_MAX || isWalk(upToLast(/\w/, decoration));
  });
}

/** Whether little is left without what is known about the person and the product. */
function isPersonal(text: string, about: readonly string[]): boolean {
  const parts = about.flatMap((known) => [known, ...known.split(/[^\p{L}\p{N}]+/u)]);
  const words = [PRODUCT, ...parts.map((part) => part.normalize('NFKC').toLowerCase())]
    .filter((word) => word.length >= WORD_MIN)
    .sort((one, other) => other.length - one.length);
  return [text, plain(text)].some((variant) => {
    const rest = words.reduce((left, word) => left.replaceAll(word, ''), variant);
    return rest !== variant && withoutSigns(rest).length < REST_MIN;
  });
}

const withoutSigns = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

const plain = (text: string) => [...text].map((sign) => LEET[sign] ?? sign).join('');

function reversed(text: string): string {
  return [...text].reverse().join('');
}
