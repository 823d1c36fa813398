import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HEX } from '@/lib/hex-colors';
import { contrastOf, toHex } from '../support/colors';

const css = readFileSync('app/globals.css', 'utf8');

/** A token of the style sheet in both styles: `--color-ink: light-dark(oklch(…), oklch(…))`. */
function tokenOf(name: string): Record<keyof typeof HEX, string> {
  const token = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const value = new RegExp(
    `--color-${token}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\)`,
  );
  const [, light = '', dark = ''] = value.exec(css) ?? [];
  return { light: toHex(light), dark: toHex(dark) };
}

test.each(['light', 'dark'] as const)('the %s colours are those of the style sheet', (style) => {
  const names = Object.keys(HEX[style]);
  expect(HEX[style]).toEqual(Object.fromEntries(names.map((name) => [name, tokenOf(name)[style]])));
});

test('the icon of a tab has the accent', () => {
  const icon = readFileSync('app/icon.svg', 'utf8');
  expect(icon.match(/#[0-9a-f]{6}\b/g)).toEqual([HEX.light.accent]);
});

test('contrast is that of WCAG', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(toHex('1 0 0')).toBe('#ffffff');
  expect(toHex('0.628 0.2577 29.23')).toBe('#ff0000');
});
