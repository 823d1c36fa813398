import type { PlanUsage } from '@/app/(site)/plans/viewer';
import { excessOf } from '@/lib/api-keys/model/quota';
import { API_KEY_FEATURES } from '@/lib/plan-features';
import { includesAny } from '@/lib/plans/features';
import type { Plan } from '@/lib/plans/plan';
import { consequencesOf } from './consequences';
import { SwitchPlan } from './switch-plan';

type Props = {
  to: Plan;
  from: Plan;
  workspaceId: string;
  usage: PlanUsage;
  /** whether the Owner came for this plan */
  isChosen?: boolean;
};

/** The Owner's switch to a plan, with what it would mean. */
export async function PlanSwitch({ to, from, workspaceId, usage, isChosen = false }: Props) {
  const { active } = usage.quota;
  const isCurrent = to.slug === from.slug;
  return (
    <SwitchPlan
      plan={{ slug: to.slug, name: to.name }}
      workspaceId={workspaceId}
      isCurrent={isCurrent}
      isChosen={isChosen}
      hasRoom={includesAny(to, API_KEY_FEATURES) && excessOf(active, to.maxActiveApiKeys) === 0}
      consequences={isCurrent ? [] : await consequencesOf(from, to, usage)}
    />
  );
}
