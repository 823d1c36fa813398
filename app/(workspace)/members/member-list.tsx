import { getTranslations } from 'next-intl/server';
import { ActionButton } from '@/components/forms/action-button';
import { type Member, mayManage } from '@/lib/actor';
import type { KnownKey } from '@/lib/api-keys/leaving/keys-by-member';
import type { MemberSummary } from '@/lib/workspaces/members/list-members';
import { changeMemberRole } from './actions';
import { KeysOf } from './keys-of';
import { RemoveMember } from './remove-member';

type Props = {
  members: MemberSummary[];
  actor: Member;
  /** the keys that each of them knows; null for whoever may not know of keys */
  known: Map<string, KnownKey[]> | null;
};

/** The members of the workspace, each with what the actor may change about them. */
export async function MemberList({ members, actor, known }: Props) {
  const t = await getTranslations('members.list');
  return (
    <ul
      aria-label={t('label')}
      className="mt-8 divide-y divide-line rounded-panel border border-line bg-surface text-sm shadow-raised"
    >
      {members.map((member) => (
        <MemberRow
          key={member.userId}
          member={member}
          actor={actor}
          keys={known?.get(member.userId) ?? []}
        />
      ))}
    </ul>
  );
}

type RowProps = { member: MemberSummary; actor: Member; keys: KnownKey[] };

async function MemberRow({ member, actor, keys }: RowProps) {
  const t = await getTranslations('members.list');
  const roles = await getTranslations('shell.role');
  const { userId, name, email, role, isOwner } = member;
  const isSelf = userId === actor.userId;
  const isManaged = !isSelf && !isOwner && mayManage(actor, role);
  const otherRole = role === 'ADMIN' ? 'USER' : 'ADMIN';
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">
          <span>{name}</span>{' '}
          {isSelf && <span className="font-normal text-muted">{`(${t('you')})`}</span>}
        </p>
        <p className="text-muted wrap-anywhere">
          {[email, roles(isOwner ? 'OWNER' : role)].join(' · ')}
        </p>
        <KeysOf keys={keys} />
      </div>
      {isManaged && (
        <div className="flex flex-wrap gap-2">
          {mayManage(actor, otherRole) && (
            <ActionButton
              action={changeMemberRole.bind(null, actor.workspaceId)}
              values={{ userId, role: otherRole }}
              label={t(`make.${otherRole}`)}
              description={name}
              variant="secondary"
            />
          )}
          <RemoveMember workspaceId={actor.workspaceId} userId={userId} name={name} keys={keys} />
        </div>
      )}
    </li>
  );
}
