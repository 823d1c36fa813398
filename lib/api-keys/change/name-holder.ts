import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Actor, assertOwner } from '@/lib/actor';
import { notFound } from '@/lib/audit/not-found';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { oneLine } from '@/lib/text';
import { parse, parseId } from '@/lib/validation';
import type { Prisma } from '@/prisma/generated/client';
import { countKeyChange } from './limit-changes';

/** In place of a member's id: nobody is named, or somebody or something in words. */
export const [NOBODY, IN_WORDS] = ['', 'words'] as const;

const nameHolderInput = z.strictObject({
  holder: z.union([z.literal([NOBODY, IN_WORDS]), z.uuid()]),
  // A form sends this field, whatever is chosen.
  name: z.string().default(''),
});

const words = z.strictObject({ name: oneLine(80) });

/**
 * Records who has a key, as the Owner says: a member, or somebody or something in words, such as
 * "Zapier". It grants nothing. When that member leaves, the Owner is told to rotate the key.
 * @param input `holder`: a member's id, {@link NOBODY}, or {@link IN_WORDS} with `name` (1–80 characters);
 *   a `name` that is new means words, and is refused beside a member
 * @returns the name, or null for nobody
 * @throws AppError `owner_required`, `validation_failed`, `rate_limited`, or `not_found` for a key or
 *   member that is not of this workspace
 */
export async function nameHolder(
  actor: Actor,
  id: unknown,
  input: unknown,
): Promise<string | null> {
  assertOwner(actor);
  const { holder, name } = parse(nameHolderInput, input);
  const { workspaceId, userId } = actor;
  const where = { id: parseId(id), workspace: { is: { id: workspaceId, ownerId: userId } } };
  await countKeyChange(actor);
  return inTransaction(async (tx) => {
    const apiKey = await tx.apiKey.findFirst({
      where,
      select: {
        ...{ name: true, hint: true, holderId: true, holderName: true },
        holder: { select: { name: true } },
      },
    });
    if (!apiKey) throw await notFound(tx, actor, 'apiKey', where.id);
    const { name: keyName, hint, holder: person, ...before } = apiKey;
    const named = namedBy(holder, name, before.holderName);
    // Whoever has left stays named until somebody else is: it is what the Owner is warned of.
    if (holder && holder === before.holderId) return person?.name ?? null;
    const told = named.holderId
      ? await nameOfMember(tx, workspaceId, named.holderId)
      : named.holderName;
    if (isDeepStrictEqual(before, named)) return told;
    await tx.apiKey.updateMany({ where, data: named });
    const details = { name: keyName, hint, holder: told };
    await recordAct(tx, actor, 'api_key.holder_named', where.id, details);
    return told;
  });
}

/**
 * Words that were typed now are what the Owner means, where nobody is chosen; beside a member they are
 * refused rather than lost.
 */
function namedBy(holder: string, name: string, formerWords: string | null) {
  const isTyped = name.trim() !== '' && name.trim() !== formerWords;
  if (holder === IN_WORDS || (holder === NOBODY && isTyped)) {
    return { holderId: null, holderName: parse(words, { name }).name };
  }
  if (isTyped) {
    const detail = 'Choose either a member or words.';
    throw new AppError('validation_failed', {
      errors: [{ pointer: '#/name', code: 'member_or_words', detail }],
    });
  }
  return { holderId: holder || null, holderName: null };
}

async function nameOfMember(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  userId: string,
): Promise<string> {
  const member = await tx.membership.findFirst({
    where: { workspaceId, userId },
    select: { user: { select: { name: true } } },
  });
  if (!member) throw new AppError('not_found');
  return member.user.name;
}
