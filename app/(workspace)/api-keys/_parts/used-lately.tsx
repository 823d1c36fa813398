import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/page/notice';
import type { ProvedKey } from '@/lib/api-keys/model/api-key';
import type { ApiKeyUsage } from '@/lib/api-keys/read/read-usage';
import { addCounts, noCounts, totalOf } from '@/lib/api-keys/usage/counts';
import { countsInWords } from './counts-in-words';
import { readUsageOf } from './read-usage-of';

/** How many endpoints and clients a sentence names. */
const NAMED = 2;

/** What used a key in the last 24 hours, beside a form that decides about it. */
export async function UsedLately({ apiKey }: { apiKey: ProvedKey }) {
  return <Notice>{await usedLately(apiKey)}</Notice>;
}

/** What used a key in the last 24 hours, up to now, in a sentence or two. */
export async function usedLately(apiKey: ProvedKey): Promise<string> {
  const t = await getTranslations('apiKeys.usage.lately');
  const format = await getFormatter();
  const usage = await readUsageOf(apiKey, 'day');
  const [last] = usage.recent;
  if (!last) return t('never');
  const when = format.relativeTime(last.at, await getNow());
  const sum = noCounts();
  for (const counts of usage.buckets) addCounts(sum, counts);
  if (totalOf(sum) === 0) return t('none', { when });
  const endpoints = usage.endpoints.map(({ endpoint }) => endpoint);
  return t('some', {
    counts: await countsInWords(sum),
    endpoints: await someOf(endpoints, 'moreEndpoints'),
    clients: await someOf(await clientsOf(usage), 'moreClients'),
    when,
  });
}

async function clientsOf({ clients, others, from }: ApiKeyUsage): Promise<string[]> {
  const t = await getTranslations('apiKeys.usage.lately');
  const lately = clients.filter(({ lastSeenAt }) => lastSeenAt >= from);
  const names = lately.map(({ agent, address }) => (agent ? `${agent} (${address})` : address));
  return others > 0 || names.length === 0 ? [...names, t('others')] : names;
}

async function someOf(all: string[], more: 'moreEndpoints' | 'moreClients'): Promise<string> {
  const t = await getTranslations('apiKeys.usage.lately');
  const format = await getFormatter();
  const count = all.length - NAMED;
  return format.list(count > 0 ? [...all.slice(0, NAMED), t(more, { count })] : all);
}
