import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import { expect, test } from 'vitest';
import { withoutCredentials } from '@/lib/process/redaction.mjs';

const CODE = ['app', 'components', 'lib', 'server', 'proxy.ts'];

/** A literal where an expression may begin. */
const LITERAL =
  /(?:[(,=:[!&|?{};>]|return|^)\s*\/((?![*/ ])(?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?=[\s),.;:\]}])/gm;

/** Reads only what JSON.parse has read before, in which every string ends. */
const AFTER_JSON_PARSE = 'lib/api/endpoint/json.ts';

/** Source and flags of each pattern in the code, and where it is. */
function patterns(): Map<string, { source: string; flags: string; file: string }> {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...CODE], {
    encoding: 'utf8',
  });
  const found = new Map();
  for (const file of files.split('\n').filter((name) => /\.(?:ts|tsx|mjs)$/.test(name))) {
    for (const [, source = '', flags = ''] of readFileSync(file, 'utf8').matchAll(LITERAL)) {
      if (isPattern(source, flags)) found.set(`/${source}/${flags}`, { source, flags, file });
    }
  }
  return found;
}

function isPattern(source: string, flags: string): boolean {
  try {
    return Boolean(new RegExp(source, flags));
  } catch {
    return false;
  }
}

/** By the steps that a pattern takes, not by the time. */
const SEARCH = { randomSeed: 1, recallTimeout: -1, attackTimeout: null, timeout: null };

/**
 * Automata tell, however busy the machine is. Lookarounds and back references are beyond them: for those
 * an attack is searched.
 */
function isCostly(source: string, flags: string): boolean {
  const proof = checkSync(source, flags, { checker: 'automaton', timeout: null });
  const { status } = proof.status === 'unknown' ? checkSync(source, flags, SEARCH) : proof;
  return status === 'vulnerable';
}

test('no pattern does more than twice the work for twice the text', { timeout: 120_000 }, () => {
  const all = patterns();
  expect(all.size).toBeGreaterThan(60);
  expect(isCostly('/+$', ''), 'what was found once').toBe(true);
  expect(isCostly('(?=/)/+$', ''), 'the same, beyond automata').toBe(true);
  const costly = [...all.values()].filter(
    ({ source, flags, file }) =>
      file !== AFTER_JSON_PARSE && isCostly(source, flags.replace('v', 'u')),
  );
  expect(costly).toEqual([]);
});

test('what a log line is redacted with reads a text once, however it was cut off', () => {
  for (const cut of ['cookie: [', "cookie: '", '"cookie":["', '\\"cookie\\":[', 'cookie: \\"']) {
    const redacted = withoutCredentials(`${cut.repeat(200)}never closed`);
    expect(redacted, cut).toContain('[redacted]');
    expect(redacted.split('[redacted]').length, cut).toBeLessThan(250);
  }
  expect(withoutCredentials("cookie: 'abc and no end")).toBe('cookie: [redacted]');
});
