const QUERY_MAX = 100;
/**
 * A word of the query that no article has is cut at its end until one has it, but no shorter than
 * this.
 */
const STEM_MIN = 5;
const STEM_SHARE = 0.6;
/** Words of questions, in both languages: they are in every text and tell none from another. */
const QUESTION_WORDS = new Set(
  (
    'an and are can do does for from how if in is it my of on or the this to we what when where which who why with you your ' +
    'al como con cual de del donde el en es esta este he la las lo los me mi mis no para por que quien se si su sus tu un una y'
  ).split(' '),
);

/** @returns the words of a query that tell texts apart, folded, each once */
export function termsOf(query: string): string[] {
  const words =
    fold(query.slice(0, QUERY_MAX).normalize('NFC')).match(/[\p{L}\p{N}_-]{2,}/gu) ?? [];
  const telling = words.filter((word) => !QUESTION_WORDS.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/**
 * The word, or as much of its beginning as a text has: `rotating` finds `rotate`.
 * @param texts folded
 */
export function formOf(word: string, texts: string[]): string {
  const shortest = Math.max(STEM_MIN, Math.ceil(word.length * STEM_SHARE));
  for (let end = word.length; end >= shortest; end--) {
    if (texts.some((text) => text.includes(word.slice(0, end)))) return word.slice(0, end);
  }
  return word;
}

/** Lower case without accents. Keeps the length, so that positions hold in the original text. */
export function fold(text: string): string {
  return Array.from(text, (character) => {
    const [letter = character] = character.normalize('NFD').toLowerCase();
    return letter.length === character.length ? letter : character;
  }).join('');
}
