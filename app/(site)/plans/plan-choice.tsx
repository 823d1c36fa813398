import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import type { Plan } from '@/lib/plans/plan';
import { consequencesOf } from './consequences';
import { CurrentPlan } from './current-plan';
import type { Reader } from './plan-table';
import { SwitchPlan } from './switch-plan';

/** What a reader can do with a plan: visitors begin, the Owner switches, other members look. */
export async function PlanChoice({ plan, reader }: { plan: Plan; reader: Reader | null }) {
  const t = await getTranslations('plans');
  if (!reader) {
    return (
      <ButtonLink href="/register" variant="secondary" prefetch={false}>
        <span>
          {t.rich('getStarted', {
            plan: plan.name,
            hidden: (text) => <span className="sr-only">{text}</span>,
          })}
        </span>
      </ButtonLink>
    );
  }
  const isCurrent = plan.slug === reader.plan.slug;
  if (!reader.quota) return isCurrent && <CurrentPlan />;
  return (
    <SwitchPlan
      plan={{ slug: plan.slug, name: plan.name }}
      workspaceId={reader.workspace.id}
      isCurrent={isCurrent}
      consequences={isCurrent ? [] : await consequencesOf(reader.plan, plan, reader.quota.active)}
    />
  );
}
