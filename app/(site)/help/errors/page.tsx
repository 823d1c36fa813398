import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('errorReference'))('title') };
}

/** Codes the API answers with; the `type` of a problem points at its entry here. */
const CODES = [
  ['missing_credentials', 401],
  ['invalid_api_key', 401],
  ['insufficient_scope', 403],
  ['not_found', 404],
  ['method_not_allowed', 405],
  ['validation_failed', 422],
  ['rate_limited', 429],
  ['internal_error', 500],
  ['unavailable', 503],
] as const;

export default async function ErrorReferencePage() {
  const t = await getTranslations('errorReference');
  return (
    <article className="max-w-prose">
      <h1 className="text-3xl font-semibold">{t('title')}</h1>
      <p className="mt-3 text-lg text-muted">{t('lead')}</p>
      {CODES.map(([code, status]) => (
        <section key={code} id={code} className="mt-10 scroll-mt-6">
          <h2 className="font-mono text-lg font-semibold">
            <a href={`#${code}`} className="hover:underline">
              {code}
            </a>
            <span className="ml-3 text-sm font-normal text-muted">{status}</span>
          </h2>
          <p className="mt-2">{t(`${code}.cause`)}</p>
          <p className="mt-1 text-muted">{t(`${code}.cure`)}</p>
        </section>
      ))}
    </article>
  );
}
