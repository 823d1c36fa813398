import { getTranslations } from 'next-intl/server';
import { LocaleSwitch } from '@/app/_preferences/locale-switch';
import { Logo } from '@/components/logo';
import { Link } from '@/components/page/link';
import { NavLink } from '@/components/page/nav-link';
import type { LiveSession, Membership } from '@/lib/identity/sessions/find-session';
import { FindButton } from './_find/find-button';
import { LINKS } from './links';
import { SessionFollows } from './session-follows';
import { UserMenu } from './user-menu';
import { WorkspaceSwitcher } from './workspace-switcher';

/**
 * The header of whoever is signed in, on every page: their workspace and what belongs to it, and what
 * is for everyone. Hiding a link here protects nothing: each page and verb checks access.
 */
export async function AppHeader({ session }: { session: LiveSession }) {
  const { user, workspace, workspaces } = session;
  return (
    <header
      data-user={user.id}
      data-workspace={workspace?.id}
      className="border-b border-line bg-surface"
    >
      <SessionFollows sessionId={session.id} />
      <div className="holds-popovers mx-auto flex h-14 max-w-(--page) items-center justify-between gap-1 px-[min(1rem,4.5vw)] sm:gap-3 sm:px-6">
        <div className="holds-popovers flex min-w-0 items-center gap-2 sm:gap-3">
          <Link
            href="/"
            prefetch={false}
            className="-mx-1 flex min-h-9 shrink-0 rounded-control px-1"
          >
            <Logo compact={workspace !== null} />
          </Link>
          {workspace && <WorkspaceSwitcher current={workspace} workspaces={workspaces} />}
        </div>
        <div className="holds-popovers flex items-center gap-0.5 sm:gap-2">
          {workspace && <FindButton workspaceId={workspace.id} />}
          <LocaleSwitch />
          <UserMenu name={user.name} email={user.email} />
        </div>
      </div>
      <div className="mx-auto flex max-w-(--page) justify-between gap-4 px-2 sm:px-4">
        {workspace && <WorkspaceTabs workspace={workspace} />}
        <SiteTabs />
      </div>
    </header>
  );
}

async function WorkspaceTabs({ workspace: { isOwner } }: { workspace: Membership }) {
  const t = await getTranslations('shell');
  return (
    <nav aria-label={t('navigation')}>
      <ul className="flex flex-wrap sm:gap-1">
        {isOwner && (
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
        {isOwner && (
          <li>
            <NavLink href="/settings/workspace">{t('settings')}</NavLink>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** On a narrow screen they are in the menu of the account. */
async function SiteTabs() {
  const t = await getTranslations('site');
  return (
    <nav aria-label={t('navigation')} className="ml-auto max-md:hidden">
      <ul className="flex gap-1">
        {LINKS.map(({ href, name }) => (
          <li key={href}>
            <NavLink href={href}>{t(name)}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
