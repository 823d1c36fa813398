import type { Messages } from 'next-intl';
import { getFormatter, getTranslations } from 'next-intl/server';
import { toldFeaturesOf } from '@/lib/plans/features';
import type { Plan } from '@/lib/plans/plan';
import { PlanChoice } from './plan-choice';
import { priceOf } from './price';
import type { Viewer } from './viewer';

/** One plan. On a narrow screen its facts are below its name. */
export async function PlanRow({ plan, viewer }: { plan: Plan; viewer: Viewer | null }) {
  const t = await getTranslations('plans');
  const format = await getFormatter();
  const { slug, name, maxActiveApiKeys: limit, requestsPerMinute } = plan;
  const isCurrent = slug === viewer?.plan.slug;
  const about = `about.${slug as keyof Messages['plans']['about']}` as const;
  const keys = limit === null ? t('unlimited') : format.number(limit);
  const names = toldFeaturesOf(plan).map((told) => t(`features.${told}.name`));
  const features = names.length > 0 ? names : [t('noFeatures')];
  const price = await priceOf(plan);
  const cell = 'md:px-5 md:py-5 max-md:p-0';
  return (
    <tr
      className={`align-top max-md:grid max-md:gap-4 max-md:p-5 ${isCurrent ? 'bg-accent-soft' : ''}`}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <th scope="row" className={`${cell} font-normal`}>
        <span className="block text-section leading-6">{name}</span>
        {price && <span className="mt-1 block font-medium">{price}</span>}
        {t.has(about) && <span className="mt-1 block text-sm text-muted">{t(about)}</span>}
        <span className="mt-3 grid gap-0.5 text-sm md:hidden">
          <span>{limit === null ? t('short.unlimited') : t('short.keys', { limit })}</span>
          <span>{t('short.requests', { requests: requestsPerMinute })}</span>
          <span>{features.join(', ')}</span>
        </span>
      </th>
      <td className={`${cell} text-lead/6 whitespace-nowrap tabular-nums max-md:hidden`}>{keys}</td>
      <td className={`${cell} text-lead/6 tabular-nums max-md:hidden`}>
        {format.number(requestsPerMinute)}
      </td>
      <td className={`${cell} text-sm/6 whitespace-nowrap max-md:hidden`}>
        <ul>
          {features.map((feature) => (
            <li key={feature}>{feature}</li>
          ))}
        </ul>
      </td>
      <td className={`${cell} md:text-right`}>
        <PlanChoice plan={plan} viewer={viewer} />
      </td>
    </tr>
  );
}
