import { getFormatter, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import { databaseDate } from '@/lib/database/clock';
import { PLACES_BY_REGION, UTC } from '@/lib/time-zone';
import { saveTimeZone } from '../actions';

type Props = { workspaceId: string; timeZone: string };

/** A browser finds an option by its first letters, so a place stands before the country that it is in. */
export async function TimeZoneForm({ workspaceId, timeZone }: Props) {
  const t = await getTranslations('settings.workspace');
  const format = await getFormatter();
  const now = format.dateTime(databaseDate(), { timeZone, dateStyle: 'full', timeStyle: 'short' });
  return (
    <ActionForm
      id="time-zone"
      action={saveTimeZone.bind(null, workspaceId)}
      submit={t('timeZone.submit')}
      pending={t('pending')}
      fields={[
        {
          name: 'timeZone',
          label: t('timeZone.label'),
          hint: t('timeZone.now', {
            now,
            place: timeZone === UTC ? UTC : nameOf(placeIn(timeZone)),
          }),
          defaultValue: timeZone,
          options: [
            { value: UTC, label: t('timeZone.utc') },
            ...PLACES_BY_REGION.map(([region, places]) => ({
              label: t(`timeZone.regions.${region}`),
              options: places.map((place) => ({
                value: `${region}/${place}`,
                label: nameOf(place),
                isName: true,
              })),
            })),
          ],
        },
      ]}
    />
  );
}

/** What follows the region in the name of a time zone. */
const placeIn = (timeZone: string) => timeZone.slice(timeZone.indexOf('/') + 1);

/** `Argentina/Buenos_Aires` as people write it: Buenos Aires (Argentina). */
function nameOf(place: string): string {
  const [name, within] = place.replaceAll('_', ' ').split('/').reverse();
  return within ? `${name} (${within})` : String(name);
}
