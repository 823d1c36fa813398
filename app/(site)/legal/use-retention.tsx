import { getTranslations } from 'next-intl/server';
import { env } from '@/lib/env';

/** How long what is known about the use of keys is kept: "30 days". */
export async function UseRetention() {
  const t = await getTranslations('legal');
  return t('useRetention', { days: env.USE_RETENTION_DAYS });
}
