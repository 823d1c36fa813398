import { getTranslations } from 'next-intl/server';
import { PROBLEM_TYPES } from '@/lib/api/problems';
import { env } from '@/lib/env';
import { inlineCode } from './inline-code';
import { MemberList } from './member-list';

/** What all errors have in common, shown on one of them. */
export async function ProblemShape() {
  const t = await getTranslations('errorReference.shape');
  const { title, status } = PROBLEM_TYPES.rate_limited;
  const example = {
    type: `${env.NEXTAUTH_URL}/help/errors#rate_limited`,
    title,
    status,
    detail: 'Retry in 42 seconds.',
    instance: 'urn:uuid:019ab1c2-7d3e-4f40-8a51-6b2c3d4e5f60',
    code: 'rate_limited',
    retry_after: 42,
  };
  return (
    <section className="mt-10">
      <h2 className="text-xl font-semibold">{t('title')}</h2>
      <p className="mt-2">{t.rich('text', inlineCode)}</p>
      <figure className="mt-4 rounded-panel border border-line bg-surface shadow-raised">
        <figcaption className="border-b border-line px-4 py-2.5 text-sm text-muted">
          {t('example')}
        </figcaption>
        <pre className="p-4 font-mono text-[0.8125rem] leading-6 whitespace-pre-wrap [overflow-wrap:anywhere]">
          {JSON.stringify(example, null, 2)}
        </pre>
      </figure>
      <MemberList names={['type', 'title', 'status', 'detail', 'instance', 'code']} />
    </section>
  );
}
