import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';

export default async function NotFound() {
  const t = await getTranslations('notFound');
  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      <EmptyState title={t('title')} action={<ButtonLink href="/">{t('home')}</ButtonLink>}>
        {t('text')}
      </EmptyState>
    </main>
  );
}
