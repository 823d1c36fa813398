import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/empty-state';

/** For someone who belongs to no workspace. */
export default async function NoWorkspace() {
  const t = await getTranslations('noWorkspace');
  return <EmptyState title={t('title')}>{t('text')}</EmptyState>;
}
