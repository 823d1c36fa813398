import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTexts, type Text } from '../../support/texts';

const KEY = `sk_${'a1'.repeat(32)}`;
const FOUND = [KEY, `key=${KEY}`, `"${KEY}"`, `${KEY}\n`, `https://example.com/?k=${KEY}&b`];
const NOT_FOUND = [`${KEY}0`, `x${KEY}`, `_${KEY}`, KEY.slice(0, -1), KEY.toUpperCase()];

/** The patterns of the rules for gitleaks, TruffleHog and a GitHub organization. */
function rulesOf({ samples }: Text): string[] {
  const blocks = (name: string) =>
    samples.filter(({ language }) => language === name).map(({ code }) => code);
  const [toml = ''] = blocks('toml');
  const yaml = blocks('yaml').find((block) => block.includes('detectors:')) ?? '';
  const [secret, before, after] = blocks('regex');
  return [
    /^regex = '''(.+)'''$/m.exec(toml)?.[1] ?? '',
    /^ *key: '(.+)'$/m.exec(yaml)?.[1] ?? '',
    `(?:${before})(${secret})(?:${after})`,
  ];
}

const texts = readTexts('help').filter(({ slug }) => slug === 'keeping-keys-safe');
const rules = texts.map(rulesOf);

test('the rules for scanners are the same in both languages', () => {
  expect(texts).toHaveLength(2);
  expect(rules[0]).toEqual(rules[1]);
  expect(rules[0]?.every((rule) => rule.includes('sk_[0-9a-f]{64}'))).toBe(true);
});

const PROGRAM = `
package main
import ("encoding/json"; "os"; "regexp")
func main() {
  var given struct { Rules, Texts []string }
  if err := json.NewDecoder(os.Stdin).Decode(&given); err != nil { panic(err) }
  found := [][]string{}
  for _, rule := range given.Rules {
    pattern := regexp.MustCompile(rule)
    all := []string{}
    for _, text := range given.Texts {
      first := ""
      if match := pattern.FindStringSubmatch(text); match != nil { first = match[1] }
      all = append(all, first)
    }
    found = append(found, all)
  }
  json.NewEncoder(os.Stdout).Encode(found)
}`;

/** The engine of gitleaks and TruffleHog; the tools themselves are not run. */
test.skipIf(spawnSync('go', ['version']).status !== 0)(
  'under Go’s RE2 the rules find a key wherever it stands, and nothing longer or shorter',
  { timeout: 240_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'zendrhax-rules-'));
    try {
      writeFileSync(join(folder, 'rules.go'), PROGRAM);
      const input = JSON.stringify({ Rules: rules[0], Texts: [...FOUND, ...NOT_FOUND] });
      const output = execFileSync('go', ['run', join(folder, 'rules.go')], { input });
      const expected = [...FOUND.map(() => KEY), ...NOT_FOUND.map(() => '')];
      expect(JSON.parse(String(output))).toEqual(rules[0]?.map(() => expected));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
