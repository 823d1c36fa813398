import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LocaleSwitch } from '@/app/preferences/locale-switch';
import { Logo } from '@/components/logo';
import { NavLink } from '@/components/nav-link';
import { requireSession } from '@/lib/auth/guards';
import { RemovedNotice } from './removed-notice';
import { UserMenu } from './user-menu';
import { WorkspaceSwitcher } from './workspace-switcher';

/** The signed-in shell. Hiding a link here protects nothing: each page and verb checks access. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { user, workspace, workspaces, removedFrom } = await requireSession();
  const t = await getTranslations('shell');
  return (
    <div className="min-h-dvh">
      <header data-workspace={workspace?.id} className="border-b border-line bg-surface">
        <div className="mx-auto flex h-14 max-w-5xl items-center justify-between gap-3 px-4 sm:px-6">
          <div className="flex min-w-0 items-center gap-3">
            <Link href="/" className="flex shrink-0 rounded-control">
              <Logo />
            </Link>
            {workspace && <WorkspaceSwitcher current={workspace} workspaces={workspaces} />}
          </div>
          <div className="flex items-center gap-2">
            <LocaleSwitch />
            <UserMenu name={user.name} email={user.email} />
          </div>
        </div>
        {workspace && (
          <nav aria-label={t('navigation')} className="mx-auto max-w-5xl px-2 sm:px-4">
            <ul className="flex gap-1">
              {workspace.isOwner && (
                <li>
                  <NavLink href="/api-keys">{t('apiKeys')}</NavLink>
                </li>
              )}
              <li>
                <NavLink href="/invoices">{t('invoices')}</NavLink>
              </li>
              <li>
                <NavLink href="/members">{t('members')}</NavLink>
              </li>
            </ul>
          </nav>
        )}
      </header>
      <main id="main" className="mx-auto max-w-5xl px-4 py-8 sm:px-6 sm:py-10">
        {removedFrom && workspace && (
          <RemovedNotice removedFrom={removedFrom} current={workspace} />
        )}
        {children}
      </main>
    </div>
  );
}
