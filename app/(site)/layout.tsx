import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/button';
import { LocaleSwitch } from '@/components/locale-switch';
import { Logo } from '@/components/logo';
import { ThemeSwitch } from '@/components/theme-switch';
import { getSessionIfUp } from '@/lib/auth/current';

/** The public pages. They read fully while the database is away. */
export default async function SiteLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('site');
  const reference = await getTranslations('reference');
  const session = await getSessionIfUp();
  return (
    <div className="flex min-h-dvh flex-col [--page:64rem] has-data-wide:[--page:80rem]">
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex h-14 max-w-(--page) items-center justify-between gap-4 px-4 sm:px-6">
          <Link href="/" className="flex rounded-control">
            <Logo />
          </Link>
          <div className="flex items-center gap-3">
            <Link href="/docs" className="px-1 text-sm text-muted hover:text-ink max-sm:hidden">
              {reference('link')}
            </Link>
            <LocaleSwitch />
            {session ? (
              <ButtonLink href="/workspace" variant="secondary">
                {t('openApp')}
              </ButtonLink>
            ) : (
              <ButtonLink href="/sign-in" variant="secondary">
                {t('signIn')}
              </ButtonLink>
            )}
          </div>
        </div>
      </header>
      <main id="main" className="mx-auto w-full max-w-(--page) flex-1 px-4 py-12 sm:px-6">
        {children}
      </main>
      <footer className="border-t border-line">
        <div className="mx-auto flex max-w-(--page) flex-wrap items-center justify-between gap-4 px-4 py-6 text-sm text-muted sm:px-6">
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            <li>
              <Link href="/docs" className="hover:text-ink">
                {reference('link')}
              </Link>
            </li>
            <li>
              <Link href="/help/errors" className="hover:text-ink">
                {t('errorReference')}
              </Link>
            </li>
          </ul>
          <ThemeSwitch />
        </div>
      </footer>
    </div>
  );
}
