import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button-link';

/** The way to the page that rotates a key. */
export async function RotateLink({ id, describedBy }: { id: string; describedBy: string }) {
  const t = await getTranslations('apiKeys.rotate');
  return (
    <ButtonLink
      href={`/api-keys/${id}/rotate`}
      prefetch={false}
      variant="secondary"
      aria-describedby={describedBy}
    >
      {t('link')}
    </ButtonLink>
  );
}
