import type { Member } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { getPlan } from '@/lib/plans/get-plan';
import type { Prisma } from '@/prisma/generated/client';

/**
 * Refuses a limit of a key's own that is above its plan's, as it would change nothing. One that was
 * chosen on a larger plan stays, and the smaller of both holds.
 * @param requestsPerMinute as it is asked for; null or undefined where it is not
 * @throws AppError `validation_failed`
 */
export async function assertWithinPlan(
  tx: Prisma.TransactionClient,
  actor: Member,
  requestsPerMinute: number | null | undefined,
): Promise<void> {
  if (!requestsPerMinute) return;
  const { requestsPerMinute: max } = await getPlan(actor, tx);
  if (requestsPerMinute <= max) return;
  const detail = `The plan allows ${max} requests per minute.`;
  throw new AppError('validation_failed', {
    errors: [{ pointer: '#/requestsPerMinute', code: 'above_plan', detail, values: { max } }],
  });
}
