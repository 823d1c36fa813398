import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { TellZone } from '@/app/_preferences/tell-zone';
import { NarrowPage } from '@/components/page/narrow-page';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import { readCsrfToken } from '@/lib/identity/sessions/cookies';
import { getSessionIfUp } from '@/lib/identity/sessions/guards';
import { DemoSignIns } from './demo-sign-ins';
import { failureOf, type SignInFailure } from './failures';
import { ProviderButtons } from './provider-buttons';
import { SignInForm } from './sign-in-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

/** Accepts only paths, so that no query can send people to another site (ASVS 3.7.2). */
const callbackPath = z
  .string()
  .max(2_000)
  .transform((url) => url.replace(/^https?:\/\/[^/]+/, ''))
  // Browsers drop tabs and line breaks from an address, so /<tab>/evil.test is another site.
  .pipe(z.string().regex(/^\/(?![/\\])[^\t\r\n]*$/))
  .catch('/workspace');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl: given, error } = await searchParams;
  const callbackUrl = callbackPath.parse(given);
  if (await getSessionIfUp()) redirect(callbackUrl);

  const t = await getTranslations('signIn');
  const csrfToken = (await readCsrfToken()) ?? undefined;
  // next-auth returns people with an absolute address. Do not send them there again.
  const cameFromAuth = typeof given === 'string' && given.startsWith('http');
  const failure = error ? failureOf(error) : null;
  if (!csrfToken && !cameFromAuth) redirect(tokenAddress(callbackUrl, failure));

  return (
    <NarrowPage
      title={t('title')}
      lead={t('lead')}
      footer={
        <>
          <p>
            <TextLink href="/forgot-password">{t('forgot')}</TextLink>
          </p>
          <p>
            {t.rich('noAccount', {
              link: (chunks) => <TextLink href="/register">{chunks}</TextLink>,
            })}
          </p>
          <DemoSignIns />
        </>
      }
    >
      <TellZone />
      {!csrfToken && (
        <noscript>
          <Notice tone="warning">
            <p>{t('cookies')}</p>
            <a
              href={tokenAddress(callbackUrl, failure)}
              className="mt-2 inline-block font-medium underline"
            >
              {t('retry')}
            </a>
          </Notice>
        </noscript>
      )}
      <ProviderButtons csrfToken={csrfToken} callbackUrl={callbackUrl} />
      <SignInForm csrfToken={csrfToken} callbackUrl={callbackUrl} error={failure} />
    </NarrowPage>
  );
}

/** Here next-auth sets the form's CSRF token and redirects straight back. */
const tokenAddress = (callbackUrl: string, failure: SignInFailure | null) =>
  `/api/auth/signin?callbackUrl=${encodeURIComponent(callbackUrl)}` +
  (failure === 'ended' ? '&error=SessionRequired' : '');
