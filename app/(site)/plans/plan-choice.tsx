import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button-link';
import { isFirst, type Plan } from '@/lib/plans/plan';
import { PlanSwitch } from './_switch/plan-switch';
import { CurrentPlan } from './current-plan';
import type { Viewer } from './viewer';

/** What a viewer can do with a plan: visitors register, the Owner switches, others only look. */
export async function PlanChoice({ plan, viewer }: { plan: Plan; viewer: Viewer | null }) {
  const t = await getTranslations('plans');
  if (!viewer) {
    return (
      <ButtonLink
        href={isFirst(plan) ? '/register' : `/register?plan=${plan.slug}`}
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
  const { workspace, plan: current, usage, chosen } = viewer;
  const isCurrent = plan.slug === current.slug;
  // The button for the chosen plan is above the table, where that plan is spoken of.
  if (!usage || plan.slug === chosen?.slug) return isCurrent && <CurrentPlan />;
  return <PlanSwitch to={plan} from={current} workspaceId={workspace.id} usage={usage} />;
}
