import { z } from 'zod';
import { chooseWorkspace, type LiveSession } from '@/lib/auth/sessions';
import { inTransaction } from '@/lib/transaction';
import { parse } from '@/lib/validation';
import { addWorkspace } from './add-workspace';
import { workspaceName } from './schema';

const input = z.strictObject({ name: workspaceName });

/**
 * Makes a further workspace of whoever is signed in, on the Free plan, and chooses it.
 * @param given `{ name }`
 * @throws AppError `validation_failed`
 */
export async function createWorkspace(session: LiveSession, given: unknown): Promise<void> {
  const { name } = parse(input, given);
  const { id } = await inTransaction((tx) => addWorkspace(tx, session.user.id, name));
  await chooseWorkspace(session, id);
}
