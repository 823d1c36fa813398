import { expect, test } from 'vitest';
import en from '@/messages/en.json';
import es from '@/messages/es.json';

type Messages = { [key: string]: string | Messages };

/** Words that are the same in both languages. */
const SAME_IN_SPANISH = [
  'site.legalGroup',
  'plans.table.plan',
  'apiKeys.verdict.use.client',
  'invoices.total',
  'settings.zones.regions.Asia',
  'settings.zones.regions.Australia',
  'settings.workspace.plan.title',
];

function flatten(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

/** Names and kinds of the arguments of an ICU message, and its tags: `{count, plural, …}`. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (const [index, character] of [...message].entries()) {
    // Braces alternate: an argument within a message, a message within an argument.
    if (character === '{' && depth++ % 2 === 0) {
      const rest = [...message].slice(index).join('');
      const [, name, kind] = /^\{\s*(\w+)\s*(?:,\s*(\w+))?/.exec(rest) ?? [];
      names.add(kind ? `${name}, ${kind}` : `${name}`);
    }
    if (character === '}') depth--;
  }
  if (depth !== 0) names.add(`braces that do not match: ${message}`);
  for (const [tag] of message.matchAll(/<\/?\w+>/g)) names.add(tag);
  return [...names].sort();
}

const english = new Map(flatten(en));
const spanish = new Map(flatten(es));

test('both languages have the same messages', () => {
  expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
});

test('every message takes the same arguments in both languages', () => {
  const all = (messages: Map<string, string>) =>
    [...english.keys()].map((key) => [key, argumentsOf(messages.get(key) ?? '')]);
  // The difference names each message that is wrong.
  expect(all(spanish)).toEqual(all(english));
});

test('no message is empty or left in English', () => {
  const untranslated = [...english].filter(([key, message]) => spanish.get(key) === message);
  expect(untranslated.map(([key]) => key)).toEqual(SAME_IN_SPANISH);
  for (const [key, message] of [...english, ...spanish]) expect(message.trim(), key).not.toBe('');
});

test('a noun after a number agrees with it', () => {
  const counted =
    /\{\w+(?:, number)?\} (?:active |new )?(?:keys|requests|minutes|days|claves|peticiones|minutos|días)\b/;
  const stiff = [...english, ...spanish].filter(([, message]) => counted.test(message));
  expect(stiff.map(([key]) => key)).toEqual([]);
});

test('arguments are told from the words of a choice', () => {
  expect(argumentsOf('{role, select, ADMIN {an Admin} other {a User}} of {workspace}')).toEqual([
    'role, select',
    'workspace',
  ]);
  expect(argumentsOf('{n, plural, one {# key of {name}} other {# keys}} <b>now</b>')).toEqual([
    '</b>',
    '<b>',
    'n, plural',
    'name',
  ]);
});
