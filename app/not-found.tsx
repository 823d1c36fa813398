import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button-link';
import { EmptyState } from '@/components/page/empty-state';
import { SiteFrame } from './_shell/site-frame';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notFound'))('title') };
}

export default async function NotFound() {
  const t = await getTranslations('notFound');
  return (
    <SiteFrame>
      <EmptyState title={t('title')} action={<ButtonLink href="/">{t('home')}</ButtonLink>}>
        {t('text')}
      </EmptyState>
    </SiteFrame>
  );
}
