import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageResponse } from 'next/og';
import { HEX } from '@/lib/hex-colors';

export const alt = 'Zendrhax';
export const size = { width: 1200, height: 630 };
export const contentType = 'image/png';

const { light, dark } = HEX;

/** The picture in link previews. It has no sentences, so it fits every language. */
export default async function OpenGraphImage() {
  const [sans, mono] = await Promise.all([
    font('geist-sans/Geist-SemiBold.ttf'),
    font('geist-mono/GeistMono-Medium.ttf'),
  ]);
  return new ImageResponse(
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: 80,
        background: dark.canvas,
        color: dark.ink,
        fontFamily: 'Geist',
      }}
    >
      <div style={{ display: 'flex', alignItems: 'center', gap: 28, fontSize: 72 }}>
        <svg width="88" height="88" viewBox="0 0 24 24" aria-hidden="true">
          <rect width="24" height="24" rx="6" fill={light.accent} />
          <path
            d="M7 7.5h10L7 16.5h10"
            fill="none"
            stroke={light.onAccent}
            strokeWidth="2.4"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        Zendrhax
      </div>
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          border: `2px solid ${dark.line}`,
          borderRadius: 24,
          background: dark.surface,
          fontFamily: 'Geist Mono',
          fontSize: 40,
        }}
      >
        <RequestLine answer="200 OK" colour={dark.success} />
        <div style={{ display: 'flex', height: 2, background: dark.line }} />
        <RequestLine answer="401 Unauthorized" colour={dark.danger} crossed />
      </div>
    </div>,
    {
      ...size,
      fonts: [
        { name: 'Geist', data: sans, weight: 600 },
        { name: 'Geist Mono', data: mono, weight: 500 },
      ],
    },
  );
}

type Props = { answer: string; colour: string; crossed?: boolean };

function RequestLine({ answer, colour, crossed = false }: Props) {
  return (
    <div style={{ display: 'flex', justifyContent: 'space-between', padding: '44px 52px' }}>
      <span style={{ color: dark.muted, textDecoration: crossed ? 'line-through' : 'none' }}>
        sk_7d4e…b83f
      </span>
      <span style={{ color: colour }}>{answer}</span>
    </div>
  );
}

const font = (file: string) => readFile(join(process.cwd(), 'node_modules/geist/dist/fonts', file));
