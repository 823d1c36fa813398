/**
 * The colours of app/globals.css in sRGB, for what reads no style sheet of ours: mails, the frame of
 * a browser, the picture in link previews. `tests/unit/hex-colors.test.ts` compares them.
 */
export const HEX = {
  light: {
    canvas: '#f9fafb',
    surface: '#ffffff',
    sunken: '#f2f3f6',
    line: '#dfe1e5',
    ink: '#181d27',
    muted: '#555b66',
    accent: '#4446cb',
    onAccent: '#ffffff',
    success: '#006836',
    danger: '#b71824',
  },
  dark: {
    canvas: '#0e0f13',
    surface: '#16181d',
    sunken: '#1f2228',
    line: '#2d3038',
    ink: '#edeef2',
    muted: '#a6abb5',
    accent: '#a1b1ff',
    onAccent: '#0c0e1c',
    success: '#72d699',
    danger: '#fc928a',
  },
};
