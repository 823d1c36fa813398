import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button-link';
import { EmptyState } from '@/components/page/empty-state';

export async function nothingHereMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notFound'))('title') };
}

/** Says that there is nothing at this address, within the frame of the page around it. */
export async function NothingHere() {
  const t = await getTranslations('notFound');
  return (
    <EmptyState title={t('title')} action={<ButtonLink href="/">{t('home')}</ButtonLink>}>
      {t('text')}
    </EmptyState>
  );
}
