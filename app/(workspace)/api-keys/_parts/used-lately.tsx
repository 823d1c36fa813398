import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/page/notice';
import type { ProvedKey } from '@/lib/api-keys/model/api-key';
import type { ApiKeyUsage } from '@/lib/api-keys/read/read-usage';
import { addCounts, noCounts, totalOf } from '@/lib/api-keys/usage/counts';
import { type Change, consequenceOf } from './consequence';
import { countsInWords } from './counts-in-words';
import { listInWords } from './list-in-words';
import { readUsageOf } from './read-usage-of';

type Props = {
  apiKey: ProvedKey;
  /** what is being decided, if that takes something away */
  change?: Change;
};

/** What used a key in the last 24 hours, and what a change would take from it, beside its form. */
export async function UsedLately({ apiKey, change }: Props) {
  return <Notice>{await usedLately(apiKey, change)}</Notice>;
}

/** The same, in some sentences. */
export async function usedLately(apiKey: ProvedKey, change?: Change): Promise<string> {
  const use = await dayInSentences(await readUsageOf(apiKey, 'day'));
  return change ? `${use} ${await consequenceOf(apiKey, change)}` : use;
}

async function dayInSentences(usage: ApiKeyUsage): Promise<string> {
  const t = await getTranslations('apiKeys.usage.lately');
  const format = await getFormatter();
  const [last] = usage.recent;
  if (!last) return t('never');
  const when = format.relativeTime(last.at, await getNow());
  const sum = noCounts();
  for (const counts of usage.buckets) addCounts(sum, counts);
  if (totalOf(sum) === 0) return t('none', { when });
  const endpoints = usage.endpoints.map(({ endpoint }) => endpoint);
  return t('some', {
    counts: await countsInWords(sum),
    endpoints: await listInWords(endpoints, 'endpoints'),
    clients: await listInWords(await clientsOf(usage), 'clients'),
    when,
  });
}

async function clientsOf({ clients, others, from }: ApiKeyUsage): Promise<string[]> {
  const t = await getTranslations('apiKeys.usage.lately');
  const lately = clients.filter(({ lastSeenAt }) => lastSeenAt >= from);
  const names = lately.map(({ agent, address }) => (agent ? `${agent} (${address})` : address));
  return others > 0 || names.length === 0 ? [...names, t('others')] : names;
}
