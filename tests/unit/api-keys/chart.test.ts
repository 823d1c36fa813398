import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { scaleOf, segmentsOf } from '@/app/(workspace)/api-keys/[id]/_usage/geometry';
import { Patterns } from '@/app/(workspace)/api-keys/[id]/_usage/patterns';
import { noCounts, OUTCOMES } from '@/lib/api-keys/usage/counts';

const counts = (given: Partial<ReturnType<typeof noCounts>>) => ({ ...noCounts(), ...given });

test.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 4],
  [5, 6],
  [7, 8],
  [9, 10],
  [10, 10],
  [11, 20],
  [1_204, 2_000],
  [999_999, 1_000_000],
])('a scale for %i requests ends at %i', (succeeded, scale) => {
  expect(scaleOf([noCounts(), counts({ succeeded })])).toBe(scale);
});

test('the scale is that of the highest bar, whatever became of its requests', () => {
  expect(scaleOf([counts({ succeeded: 5 }), counts({ succeeded: 4, refused: 5 })])).toBe(10);
});

test('a bar is as high as its requests, and what did not succeed is on top', () => {
  expect(segmentsOf(counts({ succeeded: 6, failed: 2, refused: 1 }), 10)).toEqual([
    { outcome: 'succeeded', y: 40, height: 60 },
    { outcome: 'failed', y: 20, height: 20 },
    { outcome: 'refused', y: 10, height: 10 },
  ]);
  expect(segmentsOf(noCounts(), 10)).toEqual([]);
});

test('one of thousands is seen, and the bar stays within the chart', () => {
  const segments = segmentsOf(counts({ succeeded: 9_998, errored: 1, refused: 1 }), 10_000);
  const [succeeded, ...others] = segments;
  for (const { height } of others) expect(height).toBeGreaterThan(2);
  expect(others.at(-1)?.y).toBeCloseTo(0);
  expect(succeeded?.height).toBeCloseTo(94);
});

test('whatever a chart shows has a colour and a pattern of its own, with forced colours a pattern', () => {
  const markup = renderToStaticMarkup(createElement(Patterns));
  const patterns = [...markup.matchAll(/<pattern id="usage-(\w+)"(.*?)<\/pattern>/g)];
  expect(patterns.map(([, name]) => name)).toEqual([...OUTCOMES, 'unfinished']);
  const of = (find: RegExp) => patterns.map(([, , drawn = '']) => find.exec(drawn)?.[1] ?? '');
  const [fills, lines] = [of(/class="(fill-[\w-]+)/), of(/ d="([^"]*)"/)];
  expect(new Set(fills).size).toBe(patterns.length);
  expect(new Set(lines).size).toBe(patterns.length);
  const forced = of(/forced-colors:fill-\[(\w+)\]/);
  expect(forced.filter((color) => color === forced[OUTCOMES.indexOf('refused')])).toHaveLength(1);
});
