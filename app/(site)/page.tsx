import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { getSessionIfUp } from '@/lib/auth/current';
import { env } from '@/lib/env';

const POINTS = ['once', 'immediate', 'isolated'] as const;

export default async function HomePage() {
  const t = await getTranslations('home');
  const session = await getSessionIfUp();
  return (
    <div className="grid gap-16">
      <section className="grid items-center gap-10 lg:grid-cols-[1fr_1fr]">
        <div>
          <h1 className="text-4xl font-semibold sm:text-5xl">{t('title')}</h1>
          <p className="mt-5 max-w-prose text-lg text-muted">{t('lead')}</p>
          <div className="mt-8">
            {session ? (
              <ButtonLink href="/workspace">{t('openApp')}</ButtonLink>
            ) : (
              <ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>
            )}
          </div>
        </div>
        <figure className="min-w-0 rounded-panel border border-line bg-surface shadow-raised">
          <figcaption className="border-b border-line px-4 py-2.5 text-sm text-muted">
            {t('exampleTitle')}
          </figcaption>
          <pre className="overflow-x-auto p-4 font-mono text-[0.8125rem] leading-6">
            <span className="text-muted">$ </span>
            {`curl ${env.NEXTAUTH_URL}/api/me \\\n    -H "Authorization: Bearer $API_KEY"\n\n`}
            <span className="text-success">HTTP/1.1 200 OK</span>
            {'\nRateLimit: "default";r=1199;t=60\n\n'}
            <span className="text-muted">{t('exampleRevoked')}</span>
            {'\n\n'}
            <span className="text-danger">HTTP/1.1 401 Unauthorized</span>
          </pre>
        </figure>
      </section>
      <section className="grid gap-8 border-t border-line pt-10 sm:grid-cols-3">
        {POINTS.map((point) => (
          <div key={point}>
            <h2 className="font-semibold">{t(`${point}.title`)}</h2>
            <p className="mt-2 text-muted">{t(`${point}.text`)}</p>
          </div>
        ))}
      </section>
    </div>
  );
}
