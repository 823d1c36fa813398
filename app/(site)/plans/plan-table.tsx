import { getTranslations } from 'next-intl/server';
import type { ApiKeyQuota } from '@/lib/api-keys/quota';
import type { MemberOf } from '@/lib/auth/sessions';
import type { Plan } from '@/lib/plans/plan';
import { PlanRow } from './plan-row';

/** A member who reads the page; `quota` is for the Owner alone. */
export type Reader = { workspace: MemberOf; plan: Plan; quota: ApiKeyQuota | null };

type Props = { plans: Plan[]; reader: Reader | null };

/** The plans side by side. One that is no longer on sale is listed for who still has it. */
export async function PlanTable({ plans, reader }: Props) {
  const t = await getTranslations('plans.table');
  const listed = reader && !reader.plan.onSale ? [reader.plan, ...plans] : plans;
  const head = 'px-4 py-3 align-bottom font-medium text-balance sm:px-5';
  return (
    <div className="overflow-hidden rounded-panel border border-line bg-surface shadow-raised">
      <table className="w-full text-left">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="border-b border-line text-sm text-muted">
          <tr>
            <th scope="col" className={head}>
              {t('plan')}
            </th>
            <th scope="col" className={`${head} max-md:hidden`}>
              {t('keys')}
            </th>
            <th scope="col" className={`${head} max-md:hidden`}>
              {t('requests')}
            </th>
            <th scope="col" className={`${head} max-md:hidden`}>
              {t('features')}
            </th>
            <th scope="col" className={head}>
              <span className="sr-only">{t('choice')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {listed.map((plan) => (
            <PlanRow key={plan.slug} plan={plan} reader={reader} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
