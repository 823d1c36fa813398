import { type ApiKeyQuota, getApiKeyQuota } from '@/lib/api-keys/model/quota';
import type { Membership } from '@/lib/identity/sessions/find-session';
import { getSessionIfUp, requireMember } from '@/lib/identity/sessions/guards';
import { getPlan } from '@/lib/plans/get-plan';
import type { Plan } from '@/lib/plans/plan';

/** A member who looks at the plans. Only the Owner gets `quota`, as only they can switch. */
export type Viewer = {
  workspace: Membership;
  plan: Plan;
  quota: ApiKeyQuota | null;
  /** the plan that the Owner came for */
  chosen: Plan | undefined;
};

/** The viewer and what they may see of their workspace; null for someone without a workspace. */
export async function findViewer(chosen: Plan | undefined): Promise<Viewer | null> {
  const session = await getSessionIfUp();
  if (!session?.workspace) return null;
  const { actor, workspace } = await requireMember();
  const [plan, quota] = await Promise.all([
    getPlan(actor),
    workspace.isOwner ? getApiKeyQuota(actor) : null,
  ]);
  return { workspace, plan, quota, chosen: workspace.isOwner ? chosen : undefined };
}
