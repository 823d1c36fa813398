import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import { Section } from '@/app/(workspace)/_parts/section';
import { UsedLately } from '@/app/(workspace)/api-keys/_parts/used-lately';
import { ActionForm } from '@/components/forms/action-form';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { EXPIRIES } from '@/lib/api-keys/model/durations';
import { isLive } from '@/lib/api-keys/model/state';
import { isReadOnly } from '@/lib/scopes';
import { saveKey } from './actions';
import { AS_IT_IS, NEVER, ON_A_DAY } from './choices';

/** What the Owner can change about a key, until it ends. */
export async function EditKey({ apiKey }: { apiKey: ApiKey }) {
  if (!isLive(apiKey.state)) return null;
  const t = await getTranslations('apiKeys.edit');
  const { id, workspaceId, name, note, scopes, lastUsedAt } = apiKey;
  const create = await getTranslations('client.createKey');
  const access = isReadOnly(scopes) ? 'read' : 'write';
  return (
    <Section title={t('title')} lead={t('lead')}>
      {lastUsedAt && (
        <div className="mb-5">
          <UsedLately id={id} />
        </div>
      )}
      <ActionForm
        id="edit"
        action={saveKey.bind(null, workspaceId, id, { name, note, access })}
        submit={t('submit')}
        pending={t('pending')}
        fields={[
          { name: 'name', label: create('labels.name'), defaultValue: name },
          {
            name: 'note',
            label: t('note'),
            hint: t('noteHint'),
            rows: 3,
            isOptional: true,
            defaultValue: note,
          },
          {
            name: 'access',
            label: create('labels.scopes'),
            defaultValue: access,
            options: [
              { value: 'write', label: create('readWrite') },
              { value: 'read', label: create('readOnly') },
            ],
          },
          {
            name: 'expires',
            label: create('labels.expiresInDays'),
            defaultValue: AS_IT_IS,
            options: await expiries(apiKey),
          },
          {
            name: 'lastDay',
            label: t('lastDay'),
            hint: t('lastDayHint'),
            type: 'date',
            min: (await getNow()).toISOString().slice(0, 10),
            className: '[form:not(:has(option[value=day]:checked))_&]:hidden',
          },
        ]}
      />
    </Section>
  );
}

/** When the key may expire; first as it is. */
async function expiries({ expiresAt }: ApiKey) {
  const t = await getTranslations('apiKeys.edit');
  const create = await getTranslations('client.createKey');
  const format = await getFormatter();
  const end = expiresAt ? format.dateTime(expiresAt, { dateStyle: 'medium' }) : create('never');
  return [
    { value: AS_IT_IS, label: t('asItIs', { end }) },
    ...(expiresAt ? [{ value: NEVER, label: create('never') }] : []),
    ...EXPIRIES.map((days) => ({ value: String(days), label: create('days', { days }) })),
    { value: ON_A_DAY, label: t('onADay') },
  ];
}
