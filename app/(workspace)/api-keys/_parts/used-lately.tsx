import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/page/notice';
import { addCounts, noCounts, totalOf } from '@/lib/api-keys/usage/counts';
import type { ApiKeyUse } from '@/lib/api-keys/usage/read-usage';
import { countsInWords } from './counts-in-words';
import { readUseOf } from './last-day-of';

/** How many endpoints and clients a sentence names. */
const NAMED = 2;

/** What used a key in the last 24 hours, beside a form that decides about it. */
export async function UsedLately({ id }: { id: string }) {
  return <Notice>{await usedLately(id)}</Notice>;
}

/**
 * What used a key in the last 24 hours, up to now, in a sentence or two.
 * @throws AppError `not_found` for an id that is not a key of the Owner's workspace
 */
export async function usedLately(id: string): Promise<string> {
  const t = await getTranslations('apiKeys.use.lately');
  const format = await getFormatter();
  const use = await readUseOf(id, 'day');
  const [last] = use.recent;
  if (!last) return t('never');
  const when = format.relativeTime(last.at, await getNow());
  const sum = noCounts();
  for (const counts of use.buckets) addCounts(sum, counts);
  if (totalOf(sum) === 0) return t('none', { when });
  const endpoints = use.endpoints.map(({ endpoint }) => endpoint);
  return t('some', {
    counts: await countsInWords(sum),
    endpoints: await someOf(endpoints, 'moreEndpoints'),
    clients: await someOf(await clientsOf(use), 'moreClients'),
    when,
  });
}

async function clientsOf({ clients, others, from }: ApiKeyUse): Promise<string[]> {
  const t = await getTranslations('apiKeys.use.lately');
  const lately = clients.filter(({ lastSeenAt }) => lastSeenAt >= from);
  const names = lately.map(({ agent, address }) => (agent ? `${agent} (${address})` : address));
  return others > 0 || names.length === 0 ? [...names, t('others')] : names;
}

async function someOf(all: string[], more: 'moreEndpoints' | 'moreClients'): Promise<string> {
  const t = await getTranslations('apiKeys.use.lately');
  const format = await getFormatter();
  const count = all.length - NAMED;
  return format.list(count > 0 ? [...all.slice(0, NAMED), t(more, { count })] : all);
}
