import { getTranslations } from 'next-intl/server';
import { problemExample } from '@/lib/api/exchange/problem';
import { env } from '@/lib/env';
import { inlineCode } from './inline-code';
import { COMMON_MEMBERS, ProblemMembers } from './problem-members';

/** What all errors have in common, shown on one of them. */
export async function ProblemShape() {
  const t = await getTranslations('errorReference.shape');
  const { body } = problemExample('rate_limited', env.NEXTAUTH_URL);
  return (
    <section className="mt-10">
      <h2 className="text-section">{t('title')}</h2>
      <p className="mt-2">{t.rich('text', inlineCode)}</p>
      <figure className="mt-4 rounded-panel border border-line bg-surface shadow-raised">
        <figcaption className="border-b border-line px-4 py-2.5 text-sm text-muted">
          {t('example')}
        </figcaption>
        <pre className="p-4 font-mono text-code leading-6 whitespace-pre-wrap wrap-anywhere">
          {JSON.stringify(body, null, 2)}
        </pre>
      </figure>
      <ProblemMembers names={COMMON_MEMBERS} />
    </section>
  );
}
