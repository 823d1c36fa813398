import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/action-form';
import { invite } from './actions';

type Props = { isOwner: boolean; workspaceId: string };

/** Who to ask, and as what. Admins invite Users; the Owner invites both. */
export async function InviteForm({ isOwner, workspaceId }: Props) {
  const t = await getTranslations('members.invite');
  const fields = await getTranslations('fields');
  const roles = await getTranslations('shell.role');
  return (
    <section className="mt-8 rounded-panel border border-line bg-surface p-5 shadow-raised">
      <h2 className="font-semibold">{t('title')}</h2>
      <p className="mt-1 mb-4 max-w-prose text-sm text-muted">{t('lead')}</p>
      <ActionForm
        id="invite"
        action={invite}
        submit={t('submit')}
        pending={t('pending')}
        layout="row"
        fields={[
          { name: 'email', label: fields('email'), type: 'email', autoComplete: 'off' },
          {
            name: 'role',
            label: t('role'),
            options: [
              { value: 'USER', label: roles('USER') },
              ...(isOwner ? [{ value: 'ADMIN', label: roles('ADMIN') }] : []),
            ],
          },
        ]}
      >
        <input type="hidden" name="workspaceId" value={workspaceId} />
      </ActionForm>
    </section>
  );
}
