import { getTranslations } from 'next-intl/server';
import { ActionButton } from '@/components/action-button';
import type { Member } from '@/lib/actor';
import type { MemberSummary } from '@/lib/workspaces/list-members';
import { changeMemberRole } from './actions';
import { RemoveMember } from './remove-member';

type Props = { members: MemberSummary[]; actor: Member };

/** Everyone in the workspace, with what the actor may do about each. */
export async function MemberTable({ members, actor }: Props) {
  const t = await getTranslations('members.table');
  const head = 'px-4 py-2.5 font-medium whitespace-nowrap';
  return (
    <div className="mt-8 overflow-hidden rounded-panel border border-line bg-surface shadow-raised">
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="border-b border-line text-muted">
          <tr>
            <th scope="col" className={head}>
              {t('person')}
            </th>
            <th scope="col" className={`${head} max-sm:hidden`}>
              {t('role')}
            </th>
            <th scope="col" className={head}>
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {members.map((member) => (
            <MemberRow key={member.userId} member={member} actor={actor} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

async function MemberRow({ member, actor }: { member: MemberSummary; actor: Member }) {
  const t = await getTranslations('members.table');
  const roles = await getTranslations('shell.role');
  const { userId, name, email, role, isOwner } = member;
  const roleName = roles(isOwner ? 'OWNER' : role);
  const isSelf = userId === actor.userId;
  const mayManage =
    !isSelf && !isOwner && (actor.isOwner || (actor.role === 'ADMIN' && role === 'USER'));
  const otherRole = role === 'ADMIN' ? 'USER' : 'ADMIN';
  return (
    <tr className="align-top">
      <td className="px-4 py-3">
        <p className="font-medium [overflow-wrap:anywhere]">
          {name} {isSelf && <span className="font-normal text-muted">({t('you')})</span>}
        </p>
        <p className="text-muted [overflow-wrap:anywhere]">{email}</p>
        <p className="mt-1 text-muted sm:hidden">{roleName}</p>
      </td>
      <td className="px-4 py-3 max-sm:hidden">{roleName}</td>
      <td className="px-4 py-3">
        {mayManage && (
          <div className="flex flex-wrap justify-end gap-2">
            {actor.isOwner && (
              <ActionButton
                action={changeMemberRole}
                values={{ userId, role: otherRole }}
                label={t(`make.${otherRole}`)}
                description={name}
                variant="secondary"
              />
            )}
            <RemoveMember userId={userId} name={name} />
          </div>
        )}
      </td>
    </tr>
  );
}
