import { getTranslations } from 'next-intl/server';
import { PLACES_BY_REGION, UTC } from '@/lib/time-zone';

/**
 * The time zones to choose from. A browser finds an option by its first letters, so a place stands before
 * the country that it is in.
 */
export async function zoneOptions() {
  const t = await getTranslations('settings.zones');
  return [
    { value: UTC, label: t('utc') },
    ...PLACES_BY_REGION.map(([region, places]) => ({
      label: t(`regions.${region}`),
      options: places.map((place) => ({
        value: `${region}/${place}`,
        label: nameOf(place),
        isName: true,
      })),
    })),
  ];
}

/** `America/Argentina/Buenos_Aires` as people write it: Buenos Aires (Argentina). */
export const placeOf = (timeZone: string) => nameOf(timeZone.slice(timeZone.indexOf('/') + 1));

function nameOf(place: string): string {
  const [name, within] = place.replaceAll('_', ' ').split('/').reverse();
  return within ? `${name} (${within})` : String(name);
}
