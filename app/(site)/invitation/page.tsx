import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClosedLink } from '@/app/(site)/_mailed-link/closed-link';
import { linkNameOf, readCode } from '@/app/(site)/_mailed-link/code';
import { findInvitation } from '@/lib/workspaces/invitations/find-invitation';
import { AnswerInvitation } from './answer-invitation';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invitation');
  return { title: t('title'), robots: { index: false } };
}

export default async function InvitationPage() {
  const code = await readCode();
  const invitation = code && (await findInvitation(code));
  const t = await getTranslations('invitation');
  if (!invitation) return <ClosedLink page="/invitation" title={t('title')} code={code} />;
  return <AnswerInvitation invitation={invitation} shownLink={linkNameOf(code)} />;
}
