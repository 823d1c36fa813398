import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/shell/header-follows';
import { ButtonLink } from '@/components/button-link';
import { EmptyState } from '@/components/empty-state';
import { requireSession } from '@/lib/auth/guards';

/** For someone who belongs to no workspace, perhaps since a moment ago. */
export default async function NoWorkspace() {
  const { removedFrom: workspace } = await requireSession();
  const t = await getTranslations('noWorkspace');
  return (
    <>
      <HeaderFollows workspaceId={undefined} />
      <EmptyState
        title={workspace ? t('removedTitle', { workspace }) : t('title')}
        action={<ButtonLink href="/workspace/new">{t('create')}</ButtonLink>}
      >
        {workspace ? t('removedText', { workspace }) : t('text')}
      </EmptyState>
    </>
  );
}
