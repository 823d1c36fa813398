import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { contrastOf, toHex } from '../support/colors';
import { colorsOf, type Look, looksOf } from './measure';

const THEMES = ['light', 'dark'] as const;

/** The colours of the style sheet in sRGB, in both themes. */
const TOKENS = Object.fromEntries(
  [
    ...readFileSync('app/globals.css', 'utf8').matchAll(
      /--color-([\w-]+): light-dark\(oklch\(([\d. ]+)\), oklch\(([\d. ]+)\)\)/g,
    ),
  ].map(([, name = '', light = '', dark = '']) => [name, [toHex(light), toHex(dark)]]),
);

/**
 * How every component looks, as the text that docs/components-measured.md is: what a browser computes,
 * without what depends on a font or on the version of the browser, such as where a line ends.
 */
export async function inWords(page: Page): Promise<string> {
  const seen = [];
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    seen.push({
      looks: await looksOf(page),
      colors: await colorsOf(page, Object.keys(TOKENS)),
    });
  }
  const [light, dark] = seen;
  if (!light || !dark) throw new Error('both themes are looked at');

  // A colour that two tokens share in one theme is another one in the other.
  const nameOf = (inLight: string | null, inDark: string | null) =>
    Object.keys(light.colors).find(
      (name) => light.colors[name] === inLight && dark.colors[name] === inDark,
    ) ?? `${inLight} and ${inDark}`;

  const rowOf = (look: Look, index: number) => {
    const other = dark.looks[index];
    if (other?.text !== look.text) throw new Error(`${look.text} is not there in the dark`);
    const behind = nameOf(look.behind, other.behind);
    const color = look.color && nameOf(look.color, other.color);
    const border = look.border && nameOf(look.border, other.border);
    const cells = [
      `${look.tag}${look.text && ` “${look.text}”`}`,
      look.font,
      color ? `${color} on ${behind}${contrast(color, behind)}` : behind,
      border && `${border}${contrast(border, behind)}`,
      look.box,
    ];
    return cells.map((cell) => cell || '');
  };

  const rows = light.looks.map((look, index) => ({ of: look.specimen, row: rowOf(look, index) }));
  const parts = [...new Set(rows.map(({ of }) => of))].map((name) => {
    const own = rows.filter(({ of }) => of === name).map(({ row }) => row);
    return `## ${name}\n\n${tableOf([COLUMNS, ...own])}`;
  });
  const colors = Object.entries(TOKENS).map(([name, both]) => [name, ...both]);
  return `${[HEAD, tableOf([['token', ...THEMES], ...colors]), ...parts].join('\n\n')}\n`;
}

const COLUMNS = ['what', 'size, line, weight', 'colour', 'border', 'box'];

/** A table of Markdown, as `npm run format` writes it. */
function tableOf([head = [], ...rows]: string[][]): string {
  const widths = head.map((_, at) =>
    Math.max(3, ...[head, ...rows].map((row) => row[at]?.length ?? 0)),
  );
  const lineOf = (cells: string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(lineOf).join('\n');
}

const HEAD = `# Components, measured

What a browser computes for every component of [the system](components.md), in pixels in a window of 1,280 px. Colours are named by their tokens, so that a row holds in both themes; what follows is their contrast in the light one and the dark one. \`tests/server/components.test.ts\` compares this page with the build.

## Colours`;

/** In both themes, as WCAG counts it; a mixed colour only adds to another one. */
function contrast(one: string, other: string): string {
  const both = THEMES.map((_, index) => {
    const [a, b] = [TOKENS[one]?.[index], TOKENS[other]?.[index]];
    return a && b ? ` ${(Math.floor(contrastOf(a, b) * 10) / 10).toFixed(1)}` : '';
  });
  return both.join('');
}
