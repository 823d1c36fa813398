import type { ArticleSummary } from './article';
import { fold, formOf, termsOf } from './query';

const SNIPPET = 180;
const BEFORE_MATCH = 60;
/** How much a found word counts, by the part that has it. */
const WEIGHTS = { title: 8, keywords: 6, description: 3, text: 1 } as const;
/** A piece of a snippet: a word of the query, or the text between two such words. */
export type Part = { text: string; isMatch: boolean };

export type Hit = { article: ArticleSummary; snippet: Part[] };

/**
 * Finds the articles with the most of the query's words in title, keywords, description or text. It
 * ignores case, accents and how a word ends.
 * @returns best first, each with the text around the first match
 */
export function searchArticles(articles: ArticleSummary[], query: string): Hit[] {
  const texts = articles.map(({ title, keywords, text }) => fold(`${title} ${keywords} ${text}`));
  const words = termsOf(query).map((word) => formOf(word, texts));
  const scored = articles.map((article) => ({ article, ...scoreOf(article, words) }));
  const most = Math.max(0, ...scored.map(({ found }) => found));
  return scored
    .filter(({ found }) => found > 0 && found === most)
    .sort((one, other) => other.score - one.score)
    .map(({ article }) => ({ article, snippet: snippetOf(article, words) }));
}

function scoreOf(article: ArticleSummary, words: string[]): { found: number; score: number } {
  const fields = (['title', 'keywords', 'description', 'text'] as const).map(
    (name) => [fold(article[name]), WEIGHTS[name]] as const,
  );
  const scores = words.map((word) =>
    fields.reduce((sum, [text, weight]) => sum + (text.includes(word) ? weight : 0), 0),
  );
  return {
    found: scores.filter((score) => score > 0).length,
    score: scores.reduce((sum, score) => sum + score, 0),
  };
}

/**
 * Some text around the first match. The description instead, if the text has no match, or if the
 * reader used another word for what the article is about.
 */
function snippetOf({ text, description, keywords }: ArticleSummary, words: string[]): Part[] {
  const places = words.map((word) => fold(text).indexOf(word)).filter((place) => place >= 0);
  const isOtherWord = (word: string) => !fold(text).includes(word) && fold(keywords).includes(word);
  if (places.length === 0 || words.some(isOtherWord)) return markIn(description, words);
  const match = Math.min(...places);
  const start = match <= BEFORE_MATCH ? 0 : text.indexOf(' ', match - BEFORE_MATCH) + 1;
  const end = start + SNIPPET >= text.length ? text.length : text.lastIndexOf(' ', start + SNIPPET);
  const parts = markIn(text.slice(start, end), words);
  const ellipsis = (isThere: boolean) => (isThere ? [{ text: '…', isMatch: false }] : []);
  return [...ellipsis(start > 0), ...parts, ...ellipsis(end < text.length)];
}

function markIn(text: string, words: string[]): Part[] {
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  const matches = [
    ...fold(text).matchAll(new RegExp(`(?:${longestFirst.join('|')})\\p{L}*`, 'gu')),
  ];
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: match, index } of matches) {
    parts.push({ text: text.slice(end, index), isMatch: false });
    end = index + match.length;
    parts.push({ text: text.slice(index, end), isMatch: true });
  }
  return [...parts, { text: text.slice(end), isMatch: false }].filter((part) => part.text !== '');
}
