import { getTranslations } from 'next-intl/server';
import { LocalMail } from '@/app/local-mail';
import { ActionForm } from '@/components/forms/action-form';
import { type Member, mayManage } from '@/lib/actor';
import { ROLES } from '@/lib/workspaces/workspace/schema';
import { invite } from './actions';

/** Asks whom to invite, and with which role. */
export async function InviteForm({ actor }: { actor: Member }) {
  const t = await getTranslations('members.invite');
  const fields = await getTranslations('fields');
  const roles = await getTranslations('shell.role');
  return (
    <section className="mt-8 rounded-panel border border-line bg-surface p-5 shadow-raised">
      <h2 className="text-section">{t('title')}</h2>
      <p className="mt-1 mb-4 max-w-prose text-sm text-muted">{t('lead')}</p>
      <LocalMail />
      <ActionForm
        id="invite"
        action={invite.bind(null, actor.workspaceId)}
        submit={t('submit')}
        pending={t('pending')}
        layout="row"
        fields={[
          { name: 'email', label: fields('email'), type: 'email', autoComplete: 'off' },
          {
            name: 'role',
            label: t('role'),
            options: ROLES.filter((role) => mayManage(actor, role)).map((role) => ({
              value: role,
              label: roles(role),
            })),
          },
        ]}
      />
    </section>
  );
}
