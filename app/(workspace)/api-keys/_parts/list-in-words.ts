import { getFormatter, getTranslations } from 'next-intl/server';

/** How many endpoints and clients a sentence names. */
const NAMED = 2;

/** The first of some endpoints or clients by their names, and how many more there are. */
export async function listInWords(names: string[], what: 'endpoints' | 'clients'): Promise<string> {
  const t = await getTranslations('apiKeys.usage.lately.more');
  const format = await getFormatter();
  const count = names.length - NAMED;
  return format.list(count > 0 ? [...names.slice(0, NAMED), t(what, { count })] : names);
}
