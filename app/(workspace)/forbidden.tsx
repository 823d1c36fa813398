import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { ButtonLink } from '@/components/button-link';
import { EmptyState } from '@/components/page/empty-state';
import { isolated } from '@/lib/i18n/isolated';
import { requireSession } from '@/lib/identity/sessions/guards';

/** For someone who belongs to no workspace, perhaps since a moment ago. */
export default async function NoWorkspace() {
  const { removedFrom } = await requireSession();
  const names = removedFrom === null ? null : isolated({ workspace: removedFrom });
  const t = await getTranslations('noWorkspace');
  return (
    <>
      <HeaderFollows workspaceId={undefined} />
      <EmptyState
        title={names ? t('removedTitle', names) : t('title')}
        action={<ButtonLink href="/workspace/new">{t('create')}</ButtonLink>}
      >
        {names ? t('removedText', names) : t('text')}
      </EmptyState>
    </>
  );
}
