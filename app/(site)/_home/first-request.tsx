import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button-link';
import { env } from '@/lib/env';

/** A first request and its answer, and where to read on. */
export async function FirstRequest() {
  const t = await getTranslations('home.request');
  return (
    <section className="grid items-center gap-8 lg:grid-cols-2">
      <div>
        <h2 className="text-title">{t('title')}</h2>
        <p className="mt-3 max-w-prose text-muted">{t('text')}</p>
        <div className="mt-6 flex flex-wrap gap-3">
          <ButtonLink href="/docs" variant="secondary" prefetch={false}>
            {t('reference')}
          </ButtonLink>
          <ButtonLink href="/help" variant="secondary" prefetch={false}>
            {t('help')}
          </ButtonLink>
        </div>
      </div>
      <figure className="min-w-0 overflow-hidden rounded-panel border border-line bg-surface shadow-raised">
        <figcaption className="border-b border-line px-4 py-2.5 text-sm text-muted">
          {t('example')}
        </figcaption>
        <pre className="p-4 font-mono text-code leading-6 break-words whitespace-pre-wrap">
          <span className="text-muted">$ </span>
          <span>{`curl -i ${env.NEXTAUTH_URL}/api/me \\\n    -H "Authorization: Bearer $ZENDRHAX_API_KEY"\n\n`}</span>
          <span className="text-success">HTTP/1.1 200 OK</span>
          <span>{'\nRateLimit: "default";r=1199;t=60\n\n'}</span>
          <span>{'{"name":"Nightly export",…,"workspace":{"name":"Acme","plan":"pro",…}}'}</span>
        </pre>
      </figure>
    </section>
  );
}
