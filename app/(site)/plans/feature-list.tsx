import { getFormatter, getTranslations } from 'next-intl/server';
import { PLAN_FEATURES, TOLD_AS, TOLD_FEATURES } from '@/lib/plan-features';

/** Explains what plans include, with the names of it that errors and the help center use. */
export async function FeatureList() {
  const t = await getTranslations('plans.features');
  const format = await getFormatter();
  return (
    <section aria-labelledby="features" className="mt-16">
      <h2 id="features" className="text-section">
        {t('title')}
      </h2>
      <dl className="mt-4 grid gap-6">
        {TOLD_FEATURES.map((told) => {
          const names = PLAN_FEATURES.filter((feature) => TOLD_AS[feature] === told);
          return (
            <div key={told} className="max-w-prose">
              <dt className="flex flex-wrap items-baseline gap-x-2 font-medium">
                <span>{t(`${told}.name`)}</span>
                <code className="font-mono text-xs font-normal text-muted">
                  {format.list(names, { type: 'disjunction' })}
                </code>
              </dt>
              <dd className="mt-1 text-muted">{t(`${told}.text`)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
