import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import { endOf } from '@/app/(workspace)/api-keys/_parts/end-of';
import { readUsageOf } from '@/app/(workspace)/api-keys/_parts/read-usage-of';
import { productOf, verdictInWords } from '@/app/(workspace)/api-keys/_parts/verdict-in-words';
import { endingOf } from '@/app/(workspace)/api-keys/[id]/_receipt/facts';
import { pauseInWords } from '@/app/(workspace)/api-keys/[id]/pause/pause-in-words';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isShut } from '@/lib/api-keys/model/state';
import { lastDayIn, usersIn } from '@/lib/api-keys/read/last-day';
import type { ApiKeyUsage } from '@/lib/api-keys/read/read-usage';
import { type Verdict, verdictOf } from '@/lib/api-keys/read/verdict';
import { isolated } from '@/lib/i18n/isolated';

/** Who uses a key and how much, or since when nobody; of one that opens nothing, also since when. */
export async function usageInWords(apiKey: ApiKey): Promise<string> {
  const t = await getTranslations('apiKeys.verdict.use');
  const usage = await readUsageOf(apiKey, 'day');
  const verdict = verdictOf(apiKey, lastDayIn(usage));
  if (isShut(apiKey.state)) {
    const since =
      apiKey.state === 'paused' ? await pauseInWords(apiKey) : `${await endOf(apiKey)}.`;
    return `${since} ${verdict.kind === 'tried' ? await tried(verdict, usage) : await untried(apiKey)}`;
  }
  if (verdict.kind !== 'used') return `${await verdictInWords(verdict)}.`;
  const { requests, client } = verdict;
  if (!client) return t('used', { count: requests });
  const product = productOf(client);
  const { address } = client;
  const name = product ? t('client', { product, address }) : address;
  return t('usedBy', isolated({ count: requests, client: name, others: othersIn(usage) }));
}

/** How many more clients of the day are told apart. */
const othersIn = (usage: ApiKeyUsage) => usersIn(usage).length - 1;

/** Of a key that nobody has tried in the last 24 hours. */
async function untried(apiKey: ApiKey): Promise<string> {
  const t = await getTranslations('apiKeys.verdict.use');
  const format = await getFormatter();
  const { state, lastRefusedAt, pausedAt } = apiKey;
  const shutAt = state === 'paused' ? pausedAt : endingOf(apiKey).at;
  if (!lastRefusedAt || !shutAt || lastRefusedAt < shutAt) return t('untried');
  return t('triedBefore', { when: format.relativeTime(lastRefusedAt, await getNow()) });
}

async function tried(verdict: Verdict, { recent }: ApiKeyUsage): Promise<string> {
  const t = await getTranslations('apiKeys.verdict.use');
  const format = await getFormatter();
  const words = await verdictInWords(verdict);
  const last = recent.find(({ outcome }) => outcome === 'refused');
  if (!last) return `${words}.`;
  return t('tried', { tried: words, when: format.relativeTime(last.at, await getNow()) });
}
