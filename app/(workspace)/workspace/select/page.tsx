import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { SwitchForm } from '@/app/_shell/switch-form';
import { ButtonLink } from '@/components/button-link';
import { requireSession } from '@/lib/identity/sessions/guards';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspaces.select'))('title') };
}

/** All workspaces of a person, to choose one of them. */
export default async function SelectWorkspacePage() {
  const { workspaces, workspace } = await requireSession();
  const t = await getTranslations('workspaces.select');
  const roles = await getTranslations('shell.role');
  return (
    <div className="mx-auto max-w-md">
      <HeaderFollows workspaceId={workspace?.id} />
      <h1 className="text-2xl font-semibold">{t('title')}</h1>
      <p className="mt-1 text-muted">{t('lead', { count: workspaces.length })}</p>
      {workspaces.length > 0 && (
        <SwitchForm className="mt-6">
          <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface shadow-raised">
            {workspaces.map(({ id, name, planName, role, isOwner }) => (
              <li key={id}>
                <button
                  type="submit"
                  name="workspaceId"
                  value={id}
                  aria-current={id === workspace?.id ? 'true' : undefined}
                  className="flex w-full items-center justify-between gap-4 px-4 py-3 text-left -outline-offset-2 hover:bg-sunken"
                >
                  <span className="min-w-0">
                    <span className="block truncate font-medium">{name}</span>
                    <span className="block text-sm text-muted">
                      {planName} · {roles(isOwner ? 'OWNER' : role)}
                    </span>
                  </span>
                  {id === workspace?.id && (
                    <span className="text-sm whitespace-nowrap text-muted">{t('current')}</span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </SwitchForm>
      )}
      <ButtonLink href="/workspace/new" variant="secondary" className="mt-6">
        {t('new')}
      </ButtonLink>
    </div>
  );
}
