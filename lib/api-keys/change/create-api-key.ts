import { type Actor, assertOwner } from '@/lib/actor';
import type { NewApiKey } from '@/lib/api-keys/model/api-key';
import { chosenExpiry } from '@/lib/api-keys/model/expiry';
import { createApiKeyInput } from '@/lib/api-keys/model/schema';
import { inTransaction } from '@/lib/database/transaction';
import { parse } from '@/lib/validation';
import { insertApiKey } from './insert-api-key';
import { assertWithinPlan } from './own-limit';

/**
 * Creates an API key for the actor's workspace (docs/rules.md, rules 1 to 5).
 * @param input see {@link createApiKeyInput}: `name` is required, the other fields have defaults
 * @returns the key and its `secret`, which exists in this return value and nowhere else
 * @throws AppError `owner_required`, `validation_failed`, `feature_not_available`,
 *   `api_key_quota_reached` with `limit` and `active`, or `rate_limited`
 */
export async function createApiKey(
  actor: Actor,
  input: unknown,
): Promise<{ apiKey: NewApiKey; secret: string }> {
  assertOwner(actor);
  const { expiresInDays, lastDay, ...terms } = parse(createApiKeyInput, input);
  const choice = { expiresInDays, lastDay };
  const expiresAt = (now: Date, longest: Date | null) => {
    const chosen = chosenExpiry(choice, now);
    return chosen === undefined ? longest : chosen;
  };
  return inTransaction(async (tx) => {
    await assertWithinPlan(tx, actor, terms.requestsPerMinute);
    return insertApiKey(tx, actor, { ...terms, choice, expiresAt });
  });
}
