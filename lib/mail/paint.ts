import { HEX } from '@/lib/hex-colors';

type Colors = (typeof HEX)['light'];

/** What a part of a mail is painted with, by the name of its class. */
const PAINT = {
  canvas: ({ canvas }: Colors) => [`background-color:${canvas}`],
  surface: ({ surface, line }: Colors) => [
    `background-color:${surface}`,
    `border:1px solid ${line}`,
  ],
  sunken: ({ sunken, ink }: Colors) => [`background-color:${sunken}`, `color:${ink}`],
  ink: ({ ink }: Colors) => [`color:${ink}`],
  muted: ({ muted }: Colors) => [`color:${muted}`],
  accent: ({ accent, onAccent }: Colors) => [`background-color:${accent}`, `color:${onAccent}`],
};

/**
 * Attributes of an element of a mail: its colours in the light style, which every mail program
 * shows, the class by which {@link DARK_STYLE} finds it, and what else its style is.
 */
export const painted = (name: keyof typeof PAINT, style: string): string =>
  `class="${name}" style="${[...PAINT[name](HEX.light), style].join(';')}"`;

const rules = Object.entries(PAINT).map(([name, paint]) => {
  const colors = paint(HEX.dark).map((one) => `${one}!important`);
  return `.${name}{${colors.join(';')}}`;
});

/** A style sheet for mail programs that know a dark style; the others keep the light one. */
export const DARK_STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){${rules.join('')}}`;
