import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { KnownToOthers } from '@/app/(workspace)/_parts/known-to-others';
import { mayManage } from '@/lib/actor';
import { keysByMember } from '@/lib/api-keys/leaving/keys-by-member';
import { isolated } from '@/lib/i18n/isolated';
import { requireMember } from '@/lib/identity/sessions/guards';
import { listMembers } from '@/lib/workspaces/members/list-members';
import { InvitationList } from './invitation-list';
import { InviteForm } from './invite-form';
import { LeaveWorkspace } from './leave-workspace';
import { MemberList } from './member-list';
import { TransferForm } from './transfer-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members'))('title') };
}

export default async function MembersPage() {
  const { actor, workspace } = await requireMember();
  const { members, invitations } = await listMembers(actor);
  // Keys are the Owner's matter alone.
  const known = actor.isOwner ? await keysByMember(actor) : null;
  const t = await getTranslations('members');
  const others = members.filter(({ isOwner }) => !isOwner);
  return (
    <>
      <HeaderFollows workspaceId={actor.workspaceId} />
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-1 max-w-prose text-muted">
        {t('lead', isolated({ workspace: workspace.name }))}
      </p>
      <noscript>
        <p className="mt-3 text-sm text-muted">{t('needsJavaScript')}</p>
      </noscript>
      {actor.isOwner && (
        <div className="mt-6 empty:hidden">
          <KnownToOthers actor={actor} />
        </div>
      )}
      {mayManage(actor, 'USER') && <InviteForm actor={actor} />}
      <MemberList members={members} actor={actor} known={known} />
      {invitations.length > 0 && <InvitationList invitations={invitations} actor={actor} />}
      {actor.isOwner ? (
        <TransferForm others={others} workspace={workspace} />
      ) : (
        <LeaveWorkspace workspace={workspace} />
      )}
    </>
  );
}
