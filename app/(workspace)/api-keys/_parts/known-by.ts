import { getFormatter, getTranslations } from 'next-intl/server';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isolated } from '@/lib/i18n/isolated';

/** Who else was shown a key, and who holds it and has left; null where neither is so. */
export async function knownBy({
  isOwners,
  createdBy,
  holder,
}: Pick<ApiKey, 'isOwners' | 'createdBy' | 'holder'>): Promise<string | null> {
  const t = await getTranslations('apiKeys.known');
  const words = [
    !isOwners && t('shownTo', isolated({ name: createdBy ?? t('someone') })),
    holder?.hasLeft && t('heldBy', isolated({ name: holder.name })),
  ].filter((part) => typeof part === 'string');
  return words.length > 0 ? (await getFormatter()).list(words) : null;
}
