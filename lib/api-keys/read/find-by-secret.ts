import { z } from 'zod';
import { type Actor, assertOwner } from '@/lib/actor';
import { hashSecret, secretIn } from '@/lib/api-keys/secret/secret';
import { db } from '@/lib/database/client';
import { parse } from '@/lib/validation';

/** A key may be pasted with the lines around it; nobody pastes more than this. */
export const PASTED_MAX_CHARACTERS = 10_000;

/**
 * Finds a key of the actor's workspace, live or ended, by the key itself.
 * @param text that the key stands in, such as a line of a configuration
 * @returns its id, or null if no key of this workspace is in the text
 * @throws AppError `owner_required`, or `validation_failed` for a text that is far too long
 */
export async function findBySecret(actor: Actor, text: unknown): Promise<string | null> {
  assertOwner(actor);
  const secret = secretIn(parse(z.string().max(PASTED_MAX_CHARACTERS), text));
  const hash = secret && hashSecret(secret);
  if (!hash) return null;
  const apiKey = await db.apiKey.findFirst({
    where: {
      hash: Buffer.from(hash, 'hex'),
      workspace: { is: { id: actor.workspaceId, ownerId: actor.userId } },
    },
    select: { id: true },
  });
  return apiKey?.id ?? null;
}
