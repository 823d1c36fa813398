import type { ReactNode } from 'react';
import { getSessionIfUp } from '@/lib/identity/sessions/guards';
import { AppHeader } from './app-header';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

/** The frame of the public pages. It works while the database is down. */
export async function SiteFrame({ children }: { children: ReactNode }) {
  const session = await getSessionIfUp();
  return (
    <div className="flex min-h-dvh flex-col [--page:64rem] has-data-wide:[--page:80rem]">
      {session ? <AppHeader session={session} /> : <SiteHeader />}
      <main id="main" className="mx-auto w-full max-w-(--page) flex-1 px-4 py-12 sm:px-6">
        {children}
      </main>
      <SiteFooter />
    </div>
  );
}
