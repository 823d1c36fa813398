import { z } from 'zod';
import { inTransaction } from '@/lib/database/transaction';
import { chooseWorkspace } from '@/lib/identity/sessions/choose-workspace';
import type { LiveSession } from '@/lib/identity/sessions/find-session';
import { countOrRefuse } from '@/lib/limits/limiter';
import { parse } from '@/lib/validation';
import { addWorkspace } from './add-workspace';
import { workspaceName } from './schema';

/** New workspaces per person. */
const LIMIT = { name: 'workspace', quota: 10, windowSeconds: 24 * 3_600 };

const input = z.strictObject({ name: workspaceName });

/**
 * Creates another workspace on the Free plan for the signed-in person, and chooses it.
 * @param given `{ name }`
 * @throws AppError `validation_failed`, or `rate_limited` after ten in a day
 */
export async function createWorkspace(session: LiveSession, given: unknown): Promise<void> {
  const { name } = parse(input, given);
  await countOrRefuse(LIMIT, session.user.id);
  const { id } = await inTransaction((tx) => addWorkspace(tx, session.user.id, name));
  await chooseWorkspace(session, id);
}
