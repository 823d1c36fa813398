import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { requireMember } from '@/lib/auth/current';

/** Says why an Admin or User is not let in, and who could help. */
export default async function OwnerOnly() {
  const { workspace } = await requireMember();
  const t = await getTranslations('ownerOnly');
  const { name, ownerName, role } = workspace;
  return (
    <EmptyState
      title={t('title')}
      action={<ButtonLink href="/invoices">{t('invoices')}</ButtonLink>}
    >
      <p>{t('text', { workspace: name, owner: ownerName, role })}</p>
    </EmptyState>
  );
}
