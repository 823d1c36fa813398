import { getTranslations } from 'next-intl/server';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isolated } from '@/lib/i18n/isolated';

/** Who has a key, as its Owner says, and that they have left; null where nobody is named. */
export async function holderInWords({ holder }: Pick<ApiKey, 'holder'>): Promise<string | null> {
  if (!holder) return null;
  const t = await getTranslations('apiKeys.known');
  return holder.hasLeft ? t('hasLeft', isolated({ name: holder.name })) : holder.name;
}
