import { getTranslations } from 'next-intl/server';
import { fromAddresses } from '@/app/(workspace)/api-keys/[id]/_guardrails/from-addresses';
import type { Actor } from '@/lib/actor';
import { dayByAddress, lossOf } from '@/lib/api-keys/guardrails/day-by-address';
import { updateApiKeyInput } from '@/lib/api-keys/model/schema';
import { isShut } from '@/lib/api-keys/model/state';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';

const guardrails = updateApiKeyInput.pick({ allowedAddresses: true, requestsPerMinute: true });

/** What a change takes away, in sentences, and what stands for having read them. */
type Question = { message: string; asks: string };

/**
 * Which requests of the last 24 hours a narrower list or a lower limit would have refused; null where
 * that is none, or the verb refuses the change itself.
 */
export async function questionBefore(
  actor: Actor,
  id: unknown,
  { allowedAddresses, requestsPerMinute }: Record<string, unknown>,
): Promise<Question | null> {
  const { data } = guardrails.safeParse({ allowedAddresses, requestsPerMinute });
  if (!data || Object.values(data).every((value) => value === undefined)) return null;
  const apiKey = await getApiKey(actor, id);
  if (isShut(apiKey.state)) return null;
  const given = Object.entries(data).filter(([, value]) => value !== undefined);
  const to = { ...apiKey, ...Object.fromEntries(given) };
  const { elsewhere, overLimit } = lossOf(await dayByAddress(apiKey), { from: apiKey, to });
  if (elsewhere.length === 0 && overLimit === 0) return null;
  const t = await getTranslations('apiKeys.consequence');
  const count = elsewhere.reduce((sum, { requests }) => sum + requests, 0);
  const limit = to.requestsPerMinute ?? 0;
  const sentences = [
    count > 0 && t('elsewhere', { count, addresses: await fromAddresses(elsewhere) }),
    overLimit > 0 && t('overLimit', { count: overLimit, limit }),
    t('saveAnyway'),
  ];
  return { message: sentences.filter(Boolean).join(' '), asks: JSON.stringify(given) };
}
