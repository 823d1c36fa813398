import { getTranslations } from 'next-intl/server';
import { TermList } from '@/components/term-list';
import { TOLD_FEATURES } from '@/lib/plan-features';

/** What plans can include besides numbers, and what each of it means. */
export async function PlanFeatures() {
  const t = await getTranslations('plans.features');
  return (
    <TermList
      terms={TOLD_FEATURES.map((told) => ({
        term: t(`${told}.name`),
        text: t(`${told}.text`),
      }))}
    />
  );
}
