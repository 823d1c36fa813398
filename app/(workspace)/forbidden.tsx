import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';

/** For someone who belongs to no workspace. */
export default async function NoWorkspace() {
  const t = await getTranslations('noWorkspace');
  return (
    <EmptyState
      title={t('title')}
      action={<ButtonLink href="/workspace/new">{t('create')}</ButtonLink>}
    >
      {t('text')}
    </EmptyState>
  );
}
