import { getTranslations } from 'next-intl/server';
import { TermList } from '@/components/term-list';
import { PLAN_FEATURES } from '@/lib/plan-features';

/** What plans can include besides numbers, and what each of it means. */
export async function PlanFeatures() {
  const t = await getTranslations('plans.features');
  return (
    <TermList
      terms={PLAN_FEATURES.map((feature) => ({
        term: t(`${feature}.name`),
        text: t(`${feature}.text`),
      }))}
    />
  );
}
