import { getTranslations } from 'next-intl/server';
import { priceOf } from '@/app/(site)/plans/price';
import { TextLink } from '@/components/text-link';
import { listPlansIfUp } from '@/lib/plans/list-plans';

/** The plans at a glance, or just a link to them while the database is down. */
export async function PlanTeaser() {
  const t = await getTranslations('home.plans');
  const short = await getTranslations('plans.short');
  const plans = await listPlansIfUp();
  const prices = plans && (await Promise.all(plans.map(priceOf)));
  return (
    <section className="border-t border-line pt-10">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 className="text-title">{t('title')}</h2>
        <TextLink href="/plans" prefetch={false}>
          {t('compare')}
        </TextLink>
      </div>
      <p className="mt-2 max-w-prose text-muted">{t('text')}</p>
      {plans && (
        <ul className="mt-6 grid gap-px overflow-hidden rounded-panel border border-line bg-line sm:grid-cols-2 lg:grid-cols-4">
          {plans.map(({ slug, name, maxActiveApiKeys: limit, requestsPerMinute }, index) => (
            <li key={slug} className="bg-surface p-5">
              <p className="text-card">{name}</p>
              {prices?.[index] && <p className="mt-1 text-sm font-medium">{prices[index]}</p>}
              <p className="mt-2 text-sm">
                {limit === null ? short('unlimited') : short('keys', { limit })}
              </p>
              <p className="text-sm text-muted">
                {short('requests', { requests: requestsPerMinute })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
