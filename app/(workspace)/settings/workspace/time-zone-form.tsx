import { getFormatter, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import { databaseDate } from '@/lib/database/clock';
import { placeOf, zoneOptions } from '../zone-options';
import { saveTimeZone } from './actions';

type Props = { workspaceId: string; timeZone: string };

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
          hint: t('timeZone.now', { now, place: placeOf(timeZone) }),
          defaultValue: timeZone,
          options: await zoneOptions(),
        },
      ]}
    />
  );
}
