import { getTranslations } from 'next-intl/server';
import { told } from '@/app/_times/told';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isolated } from '@/lib/i18n/isolated';

type Place = Pick<ApiKey, 'newPlaceAt' | 'newPlaceAddress' | 'newPlaceAgent'>;

/** From where, with what and when a key was used for the first time; null where nothing is to be said. */
export async function placeInWords(place: Place): Promise<string | null> {
  const { newPlaceAt, newPlaceAddress: address, newPlaceAgent: agent } = place;
  if (!newPlaceAt || address === null) return null;
  const t = await getTranslations('apiKeys.newPlace');
  const when = await told(newPlaceAt, 'minute');
  return t('place', { ...isolated({ address, agent: agent ?? '' }), named: String(!!agent), when });
}
