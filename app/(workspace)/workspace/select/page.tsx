import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { switchWorkspace } from '@/app/_shell/actions';
import { ToldApart } from '@/app/_shell/alike';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { ButtonLink } from '@/components/button-link';
import { StepForm } from '@/components/forms/step-form';
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
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-1 text-muted">{t('lead', { count: workspaces.length })}</p>
      {workspaces.length > 0 && (
        <StepForm action={switchWorkspace} className="mt-6">
          <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface shadow-raised">
            {workspaces.map((one) => {
              const { id, name, planName, role, isOwner } = one;
              return (
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
                      <ToldApart workspace={one} among={workspaces} />
                      <span className="block text-sm text-muted">
                        {[planName, roles(isOwner ? 'OWNER' : role)].join(' · ')}
                      </span>
                    </span>
                    {id === workspace?.id && (
                      <span className="text-sm whitespace-nowrap text-muted">{t('current')}</span>
                    )}
                  </button>
                </li>
              );
            })}
          </ul>
        </StepForm>
      )}
      <ButtonLink href="/workspace/new" variant="secondary" className="mt-6">
        {t('new')}
      </ButtonLink>
    </div>
  );
}
