import type { Actor } from '@/lib/actor';
import { type ApiKeyQuota, getApiKeyQuota } from '@/lib/api-keys/model/quota';
import { busiestHours } from '@/lib/api-keys/read/busiest-hours';
import type { Membership } from '@/lib/identity/sessions/find-session';
import { getSessionIfUp, requireMember } from '@/lib/identity/sessions/guards';
import { getPlan } from '@/lib/plans/get-plan';
import type { Plan } from '@/lib/plans/plan';

/** What a workspace uses of its plan, and how much its keys were used in their busiest hours. */
export type PlanUsage = { quota: ApiKeyQuota; busiest: number[] };

/** A member who looks at the plans. Only the Owner gets `usage`, as only they can switch. */
export type Viewer = {
  workspace: Membership;
  plan: Plan;
  usage: PlanUsage | null;
  /** the plan that the Owner came for */
  chosen: Plan | undefined;
};

/** The viewer and what they may see of their workspace; null for someone without a workspace. */
export async function findViewer(chosen: Plan | undefined): Promise<Viewer | null> {
  const session = await getSessionIfUp();
  if (!session?.workspace) return null;
  const { actor, workspace } = await requireMember();
  const [plan, usage] = await Promise.all([
    getPlan(actor),
    workspace.isOwner ? readUsage(actor) : null,
  ]);
  return { workspace, plan, usage, chosen: workspace.isOwner ? chosen : undefined };
}

async function readUsage(actor: Actor): Promise<PlanUsage> {
  const [quota, busiest] = await Promise.all([getApiKeyQuota(actor), busiestHours(actor)]);
  return { quota, busiest };
}
