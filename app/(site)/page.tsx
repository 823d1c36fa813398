import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button-link';
import { getSessionIfUp } from '@/lib/identity/sessions/guards';
import { FirstRequest } from './_home/first-request';
import { LifeOfAKey } from './_home/life-of-a-key';
import { PlanTeaser } from './_home/plan-teaser';

const POINTS = ['once', 'immediate', 'isolated'] as const;

export default async function HomePage() {
  const t = await getTranslations('home');
  const session = await getSessionIfUp();
  return (
    <div className="grid gap-20">
      <section className="grid items-center gap-12 lg:grid-cols-2">
        <div>
          <h1 className="text-display">{t('title')}</h1>
          <p className="mt-5 max-w-prose text-lead text-muted">{t('lead')}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            {session ? (
              <ButtonLink href="/workspace">{t('openApp')}</ButtonLink>
            ) : (
              <>
                <ButtonLink href="/register" prefetch={false}>
                  {t('register')}
                </ButtonLink>
                <ButtonLink href="/sign-in" variant="secondary" prefetch={false}>
                  {t('signIn')}
                </ButtonLink>
              </>
            )}
          </div>
        </div>
        <LifeOfAKey />
      </section>
      <section className="grid gap-8 border-t border-line pt-10 sm:grid-cols-3">
        {POINTS.map((point) => (
          <div key={point}>
            <h2 className="text-card">{t(`${point}.title`)}</h2>
            <p className="mt-2 text-muted">{t(`${point}.text`)}</p>
          </div>
        ))}
      </section>
      <FirstRequest />
      <PlanTeaser />
    </div>
  );
}
