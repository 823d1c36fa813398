import { getFormatter, getTranslations } from 'next-intl/server';
import { API_KEY_FEATURES, PLAN_FEATURES } from '@/lib/plan-features';

/** Explains the features of plans. */
export async function FeatureList() {
  const t = await getTranslations('plans.features');
  const format = await getFormatter();
  const ofKeys = API_KEY_FEATURES.map((feature) => t(`${feature}.name`));
  return (
    <section aria-labelledby="features" className="mt-16">
      <h2 id="features" className="text-xl font-semibold">
        {t('title')}
      </h2>
      <dl className="mt-4 grid gap-6 sm:grid-cols-2">
        {PLAN_FEATURES.map((feature) => (
          <div key={feature}>
            <dt className="flex flex-wrap items-baseline gap-x-2 font-medium">
              {t(`${feature}.name`)}
              <code className="font-mono text-xs font-normal text-muted">{feature}</code>
            </dt>
            <dd className="mt-1 text-muted">{t(`${feature}.text`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 max-w-prose text-muted">
        {t('either', { features: format.list(ofKeys, { type: 'disjunction' }) })}
      </p>
    </section>
  );
}
