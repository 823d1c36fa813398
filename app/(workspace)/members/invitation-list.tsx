import { getTranslations } from 'next-intl/server';
import { told } from '@/app/_times/told';
import { ActionButton } from '@/components/forms/action-button';
import { type Member, mayManage } from '@/lib/actor';
import { isolated } from '@/lib/i18n/isolated';
import type { PendingInvitation } from '@/lib/workspaces/members/list-members';
import { cancel, sendAgain } from './actions';

type Props = { invitations: PendingInvitation[]; actor: Member };

/** The invitations that are not answered yet. */
export async function InvitationList({ invitations, actor }: Props) {
  const t = await getTranslations('members.invitations');
  return (
    <section className="mt-8">
      <h2 className="text-section">{t('title')}</h2>
      <ul className="mt-3 divide-y divide-line rounded-panel border border-line bg-surface text-sm shadow-raised">
        {invitations.map((invitation) => (
          <Pending key={invitation.id} invitation={invitation} actor={actor} />
        ))}
      </ul>
    </section>
  );
}

async function Pending({ invitation, actor }: { invitation: PendingInvitation; actor: Member }) {
  const t = await getTranslations('members.invitations');
  const roles = await getTranslations('shell.role');
  const { id, email, role, invitedBy, createdAt, isExpired } = invitation;
  const date = await told(createdAt, 'day');
  const sent = invitedBy ? t('by', isolated({ inviter: invitedBy, date })) : date;
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 px-4 py-3">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">{email}</p>
        <p className="text-muted">
          <span>{[roles(role), sent].join(' · ')}</span>
          {isExpired && <span className="text-warning">{` · ${t('expired')}`}</span>}
        </p>
      </div>
      {mayManage(actor, role) && (
        <div className="flex flex-wrap gap-2">
          <ActionButton
            action={sendAgain.bind(null, actor.workspaceId)}
            values={{ id }}
            label={t('sendAgain')}
            description={email}
            variant="secondary"
          />
          <ActionButton
            action={cancel.bind(null, actor.workspaceId)}
            values={{ id }}
            label={t('cancel')}
            description={email}
            variant="dangerQuiet"
          />
        </div>
      )}
    </li>
  );
}
