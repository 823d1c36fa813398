import { z } from 'zod';
import { type Actor, assertOwner, type Member } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { db } from '@/lib/database/client';
import { inTransaction } from '@/lib/database/transaction';
import { countOrRefuse } from '@/lib/limits/limiter';
import { parse } from '@/lib/validation';
import { LeakResponse } from '@/prisma/generated/enums';
import { lockOwnWorkspace } from './lock-workspace';

/** Each change is an audit event. */
const LIMIT = { name: 'workspace-leak-response', quota: 20, windowSeconds: 3_600 };

const input = z.strictObject({ whenReported: z.enum(LeakResponse) });

/** What is done with a key of the actor's workspace that somebody reports as leaked. */
export async function getLeakResponse({ workspaceId }: Member): Promise<LeakResponse> {
  const { whenReported } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { whenReported: true },
  });
  return whenReported;
}

/**
 * Chooses what is done from now on with a key of the actor's workspace that somebody reports as leaked.
 * @param given `{ whenReported }`: `REVOKE`, or `PAUSE` until its Owner resumes it
 * @returns what was chosen
 * @throws AppError `owner_required`, `validation_failed`, or `rate_limited` after twenty in an hour
 */
export async function chooseLeakResponse(actor: Actor, given: unknown): Promise<LeakResponse> {
  assertOwner(actor);
  const { whenReported: to } = parse(input, given);
  await countOrRefuse(LIMIT, actor.workspaceId);
  const owned = { id: actor.workspaceId, ownerId: actor.userId };
  return inTransaction(async (tx) => {
    await lockOwnWorkspace(tx, actor);
    const { whenReported: from } = await tx.workspace.findFirstOrThrow({
      where: owned,
      select: { whenReported: true },
    });
    if (from === to) return to;
    await tx.workspace.updateMany({ where: owned, data: { whenReported: to } });
    const facts = { from, to };
    await recordAct(tx, actor, 'workspace.leak_response_changed', actor.workspaceId, facts);
    return to;
  });
}
