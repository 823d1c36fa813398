import { getTranslations } from 'next-intl/server';
import type { Sentences } from '@/app/explain';

/** Refusals that the pages of keys word differently. */
export async function keyRefusals(): Promise<Sentences> {
  const t = await getTranslations('apiKeys.refusals');
  return { not_found: () => t('not_found') };
}
