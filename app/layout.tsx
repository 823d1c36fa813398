import '@fontsource-variable/geist/index.css';
import '@fontsource-variable/geist-mono/index.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { cookies, headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ActionStatus } from '@/components/forms/action-status';
import { BeforeReady } from '@/components/forms/before-ready';
import { PageReady } from '@/components/forms/page-ready';
import { SentForms } from '@/components/forms/sent-forms';
import { env } from '@/lib/env';
import { PAGE_NONCE } from '@/lib/facts/internal-headers.mjs';
import { HEX } from '@/lib/hex-colors';
import { THEME_COOKIE } from '@/lib/preferences/cookie';
import { readTheme } from '@/lib/preferences/theme';
import { addressMetadata } from './metadata';

// Only Latin letters load with the page. The packages' own style sheets have the others, and
// browsers fetch them only for pages that show such letters.
const sans = localFont({
  src: '../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2',
  variable: '--font-latin-sans',
  weight: '100 900',
});

/** Only code uses this font, so the first paint need not wait for it. */
const mono = localFont({
  src: '../node_modules/@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2',
  variable: '--font-latin-mono',
  weight: '100 900',
  preload: false,
  adjustFontFallback: false,
});

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: HEX.light.canvas },
    { media: '(prefers-color-scheme: dark)', color: HEX.dark.canvas },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site');
  return {
    metadataBase: new URL(env.NEXTAUTH_URL),
    title: { default: `Zendrhax · ${t('tagline')}`, template: '%s · Zendrhax' },
    description: t('description'),
    ...(await addressMetadata()),
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  // Only the messages of client components are sent; the server renders the others.
  const { client } = await getMessages();
  const t = await getTranslations('site');
  const nonce = (await headers()).get(PAGE_NONCE) ?? undefined;

  return (
    <html lang={locale} data-theme={theme} className={`${sans.variable} ${mono.variable}`}>
      <body>
        <BeforeReady nonce={nonce} waiting={t('waiting')} failed={t('notLoaded')} />
        <a
          href="#main"
          className="sr-only rounded-control bg-surface print:hidden px-4 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
        >
          {t('skipToContent')}
        </a>
        <NextIntlClientProvider messages={{ client }}>
          <ActionStatus close={t('closeStatus')}>{children}</ActionStatus>
        </NextIntlClientProvider>
        <PageReady />
        <SentForms />
      </body>
    </html>
  );
}
