import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button-link';
import { EmptyState } from '@/components/page/empty-state';

/** For someone who tries to switch the plan without owning the workspace. */
export default async function OwnerOnly() {
  const t = await getTranslations('plans.ownerOnly');
  return (
    <EmptyState title={t('title')} action={<ButtonLink href="/plans">{t('back')}</ButtonLink>}>
      {t('text')}
    </EmptyState>
  );
}
