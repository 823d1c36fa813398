import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';

const hex = (characters: number) => randomBytes(32).toString('hex').slice(0, characters);

/**
 * Proves that a pattern for scanners finds a key wherever one may stand, and nothing else.
 * @param find returns what the pattern takes for a key in a text, or undefined
 */
export function assertFindsKeys(find: (text: string) => string | undefined): void {
  const key = `sk_${hex(64)}`;
  for (const text of [
    key,
    `"${key}"`,
    `'${key}'`,
    `\`${key}\``,
    `ZENDRHAX_API_KEY=${key}\n`,
    `ZENDRHAX_API_KEY=${key}\r\nPORT=3000\n`,
    `key: ${key}\nother: value`,
    `before\n${key}\nafter`,
    `Authorization: Bearer ${key}`,
    `(${key})`,
    `<b>${key}</b>`,
    `${key}, and more`,
    `It is ${key}.`,
  ]) {
    expect(find(text), JSON.stringify(text.replace(key, 'KEY'))).toBe(key);
  }
  for (const text of [
    `sk_${hex(63)}`,
    `sk_${hex(64)}0`,
    `"sk_${hex(63)}"`,
    `x${key}`,
    `_${key}`,
    `1${key}`,
    `${key}_`,
    `${key}z`,
    `task_${hex(64)}`,
    `sk-${hex(64)}`,
    `sk_${hex(63)}g`,
    `sk_live_${hex(56)}`,
    '',
  ]) {
    expect(find(text), JSON.stringify(text)).toBeUndefined();
  }
}
