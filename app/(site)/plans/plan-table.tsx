import { getTranslations } from 'next-intl/server';
import type { Plan } from '@/lib/plans/plan';
import { PlanRow } from './plan-row';
import type { Viewer } from './viewer';

type Props = { plans: Plan[]; viewer: Viewer | null };

/** The plans compared. A plan that is no longer on sale is listed only if the viewer has it. */
export async function PlanTable({ plans, viewer }: Props) {
  const t = await getTranslations('plans.table');
  const listed = viewer && !viewer.plan.onSale ? [viewer.plan, ...plans] : plans;
  const head = 'px-4 py-3 align-bottom font-medium text-balance sm:px-5';
  return (
    <div className="overflow-hidden rounded-panel border border-line bg-surface shadow-raised">
      <table className="w-full text-left">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="border-b border-line text-sm text-muted max-md:sr-only">
          <tr>
            <th scope="col" className={head}>
              {t('plan')}
            </th>
            <th scope="col" className={head}>
              {t('keys')}
            </th>
            <th scope="col" className={head}>
              {t('requests')}
            </th>
            <th scope="col" className={head}>
              {t('features')}
            </th>
            <th scope="col" className={head}>
              <span className="sr-only">{t('choice')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {listed.map((plan) => (
            <PlanRow key={plan.slug} plan={plan} viewer={viewer} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
