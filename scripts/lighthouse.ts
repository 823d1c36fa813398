/**
 * `npm run lighthouse`: Lighthouse's scores of the public pages for a phone on a slow line.
 * Machines differ, so each score is compared with that of an empty page of the same framework at
 * the same time. It also compares how much JavaScript /api-keys and the empty page load.
 *
 *     npm run lighthouse -- --runs 5 --only /plans
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Audited,
  type Category,
  openLighthouse,
  PROMISED_RATIO,
  scriptBytes,
} from '@/tests/support/lighthouse';
import { prepareDatabase, startServer } from '@/tests/support/server';
import { build, runPackage, step } from './steps.mjs';

const PAGES = ['/', '/plans', '/sign-in', '/help/api-keys'];
const PROMISED = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, only: { type: 'string' } },
});

await build();
await step('Building the empty page', () =>
  runPackage('next', ['build', 'bench/bare'], { env: { NEXT_TELEMETRY_DISABLED: '1' } }),
);
const dataDir = mkdtempSync(join(tmpdir(), 'zendrhax-lighthouse-'));
const { code, output } = await prepareDatabase({ DATA_DIR: dataDir });
if (code !== 0) throw new Error(output);
const product = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
const bare = await startServer({ DATA_DIR: join(dataDir, 'bare') }, 'bench/serve.mjs');
const lighthouse = await openLighthouse();
try {
  const kept = [];
  for (const path of values.only ? [values.only] : PAGES) kept.push(await judge(path));
  if (!values.only) kept.push(await weigh());
  process.exitCode = kept.every(Boolean) ? 0 : 1;
} finally {
  await lighthouse.close();
  await bare.stop();
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Prints the median score of each category, and returns whether all are as promised. */
async function judge(path: string): Promise<boolean> {
  const categories = Object.keys(PROMISED) as Category[];
  // The first request for a page waits while the server loads its code, so it is not measured.
  await fetch(`${product.origin}${path}`).then((response) => response.text());
  const runs: Audited[] = [];
  const emptyRuns: Audited[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    runs.push(await lighthouse.audit(`${product.origin}${path}`, categories));
    emptyRuns.push(await lighthouse.audit(bare.origin, ['performance']));
  }
  const scores = categories.map((category) => {
    const score = medianScore(runs, category);
    return { category, score, isKept: score >= PROMISED[category as keyof typeof PROMISED] };
  });
  const said = scores.map(
    ({ category, score, isKept }) => `${category} ${score}${isKept ? '' : ' ✗'}`,
  );
  const empty = medianScore(emptyRuns, 'performance');
  console.log(`${path}: ${said.join(', ')}; an empty page beside it: performance ${empty}`);
  for (const title of new Set(runs.flatMap(({ failed }) => failed))) console.log(`  ${title}`);
  return scores.every(({ isKept }) => isKept);
}

/** Prints how much JavaScript /api-keys and the empty page load; returns whether it is little. */
async function weigh(): Promise<boolean> {
  const keys = await scriptBytes(lighthouse.browser, product.origin, '/api-keys');
  const empty = await scriptBytes(lighthouse.browser, product.origin, bare.origin);
  const ratio = keys / empty;
  const kibibytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KiB`;
  console.log(
    `JavaScript, compressed: /api-keys ${kibibytes(keys)}, an empty page ${kibibytes(empty)}: ratio ${ratio.toFixed(2)}, promised ≤ ${PROMISED_RATIO}`,
  );
  return ratio <= PROMISED_RATIO;
}

function medianScore(runs: Audited[], category: Category): number {
  const scores = runs.map((run) => run.scores[category] ?? 0).toSorted((a, b) => a - b);
  return scores[Math.floor(scores.length / 2)] ?? Number.NaN;
}
