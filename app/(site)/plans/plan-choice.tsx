import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button-link';
import { isFree, type Plan } from '@/lib/plans/plan';
import { consequencesOf } from './consequences';
import { CurrentPlan } from './current-plan';
import { SwitchPlan } from './switch-plan';
import type { Viewer } from './viewer';

/** What a viewer can do with a plan: visitors register, the Owner switches, others only look. */
export async function PlanChoice({ plan, viewer }: { plan: Plan; viewer: Viewer | null }) {
  const t = await getTranslations('plans');
  if (!viewer) {
    return (
      <ButtonLink
        href={isFree(plan) ? '/register' : `/register?plan=${plan.slug}`}
        variant="secondary"
        prefetch={false}
      >
        <span>
          {t.rich('getStarted', {
            plan: plan.name,
            hidden: (text) => <span className="sr-only">{text}</span>,
          })}
        </span>
      </ButtonLink>
    );
  }
  const isCurrent = plan.slug === viewer.plan.slug;
  if (!viewer.quota) return isCurrent && <CurrentPlan />;
  return (
    <SwitchPlan
      plan={{ slug: plan.slug, name: plan.name }}
      workspaceId={viewer.workspace.id}
      isCurrent={isCurrent}
      consequences={isCurrent ? [] : await consequencesOf(viewer.plan, plan, viewer.quota.active)}
    />
  );
}
