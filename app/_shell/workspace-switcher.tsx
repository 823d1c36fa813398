import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/badge';
import { Popover } from '@/components/dialogs/popover';
import { StepForm } from '@/components/forms/step-form';
import { isolated } from '@/lib/i18n/isolated';
import type { Membership } from '@/lib/identity/sessions/find-session';
import { switchWorkspace } from './actions';
import { ToldApart } from './alike';
import { MenuLink } from './menu-link';

type Props = { current: Membership; workspaces: Membership[] };

/** The workspace's name, and a menu of the others and of creating one. */
export async function WorkspaceSwitcher({ current, workspaces }: Props) {
  const t = await getTranslations('shell');
  return (
    <Popover
      id="workspaces"
      label={t('switchWorkspace', isolated({ workspace: current.name }))}
      align="start"
      trigger={
        <>
          <span className="truncate">{current.name}</span>
          <Badge className="max-sm:hidden">{current.planName}</Badge>
          <svg
            viewBox="0 0 16 16"
            className="size-4 shrink-0 fill-none stroke-muted"
            aria-hidden="true"
          >
            <path d="M5 6.5 8 3.5l3 3M5 9.5l3 3 3-3" strokeWidth="1.5" strokeLinecap="round" />
          </svg>
        </>
      }
    >
      <StepForm action={switchWorkspace} closesMenu>
        <ul>
          {workspaces.map((workspace) => {
            const { id, name, isOwner, role } = workspace;
            return (
              <li key={id}>
                <button
                  type="submit"
                  name="workspaceId"
                  value={id}
                  aria-current={id === current.id ? 'true' : undefined}
                  className="flex min-h-9 w-full items-center justify-between gap-3 rounded-control px-2 py-1 text-left hover:bg-sunken aria-[current]:font-semibold"
                >
                  <span className="min-w-0">
                    <span className="block truncate">{name}</span>
                    <ToldApart workspace={workspace} among={workspaces} />
                  </span>
                  <span className="font-normal text-muted">
                    {t(isOwner ? 'role.OWNER' : `role.${role}`)}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </StepForm>
      <div className="mt-2 grid border-t border-line pt-2">
        <MenuLink href="/workspace/select">{t('allWorkspaces')}</MenuLink>
        <MenuLink href="/workspace/new">{t('newWorkspace')}</MenuLink>
      </div>
    </Popover>
  );
}
