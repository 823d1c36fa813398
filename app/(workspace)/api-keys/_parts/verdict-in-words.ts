import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import type { LastDay } from '@/lib/api-keys/read/last-day';
import type { Verdict } from '@/lib/api-keys/read/verdict';
import { isolated } from '@/lib/i18n/isolated';

/** Whether anybody uses a key, as its row says it: `478 requests in 24 hours, from node 203.0.113.24`. */
export async function verdictInWords(verdict: Verdict): Promise<string> {
  const t = await getTranslations('apiKeys.verdict');
  const { kind } = verdict;
  if (kind === 'never') return t('never');
  if (kind === 'idle') return t('idle', { time: await durationUntilNow(verdict.since) });
  const client = clientInWords(verdict.client);
  const count = verdict.requests;
  return client ? t(`${kind}From`, isolated({ count, client })) : t(kind, { count });
}

/** `node 203.0.113.24`: the product without its version, and the address. */
export function clientInWords(client: LastDay['client']): string | null {
  if (!client) return null;
  const product = productOf(client);
  return product ? `${product} ${client.address}` : client.address;
}

/** What a client calls itself, without its version: `node`; empty where it says nothing. */
export const productOf = ({ agent }: { agent: string }) => agent.split('/', 1).join();

const UNITS = [
  ['year', 365 * 24 * 3_600],
  ['month', 30 * 24 * 3_600],
  ['week', 7 * 24 * 3_600],
  ['day', 24 * 3_600],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long something is over: `5 months`. */
async function durationUntilNow(since: Date): Promise<string> {
  const format = await getFormatter();
  const seconds = ((await getNow()).getTime() - since.getTime()) / 1_000;
  const [unit, length] = UNITS.find(([, seconds_]) => seconds >= seconds_) ?? ['minute', 60];
  const value = Math.max(1, Math.floor(seconds / length));
  return format.number(value, { style: 'unit', unit, unitDisplay: 'long' });
}
