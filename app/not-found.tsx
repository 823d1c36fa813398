import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Logo } from '@/components/logo';
import { LocaleSwitch } from './preferences/locale-switch';

export default async function NotFound() {
  const t = await getTranslations('notFound');
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr]">
      <header className="flex items-center justify-between p-4">
        <Link href="/" prefetch={false} className="flex rounded-control">
          <Logo />
        </Link>
        <LocaleSwitch />
      </header>
      <main id="main" className="grid place-items-center">
        <EmptyState title={t('title')} action={<ButtonLink href="/">{t('home')}</ButtonLink>}>
          {t('text')}
        </EmptyState>
      </main>
    </div>
  );
}
