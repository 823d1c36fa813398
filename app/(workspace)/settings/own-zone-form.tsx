import { getTranslations } from 'next-intl/server';
import { readerZone } from '@/app/_times/reader-zone';
import { toldWithUtc } from '@/app/_times/told';
import { ActionForm } from '@/components/forms/action-form';
import { databaseDate } from '@/lib/database/clock';
import { isolated } from '@/lib/i18n/isolated';
import type { LiveSession } from '@/lib/identity/sessions/find-session';
import { browserZone } from '@/lib/preferences/browser-zone';
import { UTC } from '@/lib/time-zone';
import { saveOwnZone } from './actions';
import { placeOf, zoneOptions } from './zone-options';

/** In which time zone a person is told times. */
export async function OwnZoneForm({ user }: Pick<LiveSession, 'user'>) {
  const t = await getTranslations('settings.ownZone');
  const place = placeOf((await browserZone()) ?? UTC);
  return (
    <ActionForm
      id="own-time-zone"
      action={saveOwnZone.bind(null, user.id)}
      submit={t('submit')}
      pending={t('pending')}
      fields={[
        {
          name: 'timeZone',
          label: t('label'),
          hint: t('now', {
            now: await toldWithUtc(databaseDate(), 'minute'),
            place: placeOf(await readerZone()),
          }),
          defaultValue: user.timeZone ?? '',
          options: [
            { value: '', label: t('browser', isolated({ place })) },
            ...(await zoneOptions()),
          ],
        },
      ]}
    />
  );
}
