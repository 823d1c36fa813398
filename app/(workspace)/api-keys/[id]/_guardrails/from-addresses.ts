import { getFormatter, getTranslations } from 'next-intl/server';
import type { FromAddress } from '@/lib/api-keys/guardrails/day-by-address';

/** How many addresses a sentence names. */
const NAMED = 5;

/** The addresses that most requests came from, with how many, and how many more addresses there are. */
export async function fromAddresses(all: FromAddress[]): Promise<string> {
  const t = await getTranslations('apiKeys.addresses');
  const format = await getFormatter();
  const named = all.slice(0, NAMED).map(({ address, requests }) => {
    const number = format.number(requests);
    return `${address || t('others')} (${number})`;
  });
  const count = all.length - NAMED;
  return format.list(count > 0 ? [...named, t('moreAddresses', { count })] : named);
}
