import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import { isolated } from '@/lib/i18n/isolated';
import type { Membership } from '@/lib/identity/sessions/find-session';
import type { MemberSummary } from '@/lib/workspaces/members/list-members';
import { transfer } from './actions';

type Props = { others: MemberSummary[]; workspace: Membership };

/** Makes somebody else the Owner. It asks for the password: only the new Owner could undo it. */
export async function TransferForm({ others, workspace }: Props) {
  const t = await getTranslations('members.transfer');
  const fields = await getTranslations('fields');
  return (
    <details className="mt-8 rounded-panel border border-line bg-surface p-5 shadow-raised">
      <summary className="w-fit rounded-control py-1.5 text-card">{t('title')}</summary>
      <p className="mt-2 mb-4 max-w-prose text-sm text-muted">
        {others.length > 0 ? t('lead', isolated({ workspace: workspace.name })) : t('nobody')}
      </p>
      {others.length > 0 && (
        <div className="max-w-sm">
          <ActionForm
            id="transfer"
            action={transfer.bind(null, workspace.id)}
            submit={t('submit')}
            pending={t('pending')}
            variant="danger"
            fields={[
              {
                name: 'userId',
                label: t('newOwner'),
                options: others.map(({ userId, name, email }) => ({
                  value: userId,
                  label: `${name} (${email})`,
                })),
              },
              {
                name: 'password',
                label: fields('currentPassword'),
                type: 'password',
                autoComplete: 'current-password',
              },
            ]}
          />
        </div>
      )}
    </details>
  );
}
