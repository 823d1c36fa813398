import { useFormatter, useNow, useTranslations } from 'next-intl';
import { Section } from '@/app/(workspace)/_parts/section';
import {
  AS_IT_IS,
  accessOf,
  ON_A_DAY,
  type Shown,
} from '@/app/(workspace)/api-keys/_fields/choices';
import { useKeyOptions } from '@/app/(workspace)/api-keys/_fields/use-key-options';
import { UsedLately } from '@/app/(workspace)/api-keys/_parts/used-lately';
import { ActionForm } from '@/components/forms/action-form';
import type { FieldSpec } from '@/components/forms/form-field';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import type { UpdateField } from '@/lib/api-keys/model/schema';
import { isLive } from '@/lib/api-keys/model/state';
import { saveKey } from './actions';

/** What the Owner can change about a key, until it ends. */
export function EditKey({ apiKey }: { apiKey: ApiKey }) {
  const t = useTranslations('apiKeys.edit');
  const { id, workspaceId, name, note, scopes, lastUsedAt } = apiKey;
  const shown: Shown = { name, note, scopes: accessOf(scopes), expiresInDays: AS_IT_IS };
  const fields = Object.values(useEditFields(apiKey)).map((field) => ({
    ...field,
    defaultValue: shown[field.name as keyof Shown],
  }));
  if (!isLive(apiKey.state)) return null;
  return (
    <Section title={t('title')} lead={t('lead')}>
      {lastUsedAt && (
        <div className="mb-5">
          <UsedLately apiKey={apiKey} />
        </div>
      )}
      <ActionForm
        id="edit"
        action={saveKey.bind(null, workspaceId, id, shown)}
        submit={t('submit')}
        pending={t('pending')}
        fields={fields}
      />
    </Section>
  );
}

/** The controls of what may be edited: the options of a new key, and what only an edit asks. */
function useEditFields({ expiresAt }: ApiKey): Record<UpdateField, FieldSpec> {
  const t = useTranslations('apiKeys.edit');
  const labels = useTranslations('client.createKey.labels');
  const format = useFormatter();
  const today = useNow().toISOString().slice(0, 10);
  const { expiresInDays, ...options } = useKeyOptions();
  const [never, ...inDays] = expiresInDays.options ?? [];
  const end = expiresAt
    ? format.dateTime(expiresAt, { dateStyle: 'medium' })
    : (never?.label ?? '');
  return {
    name: { name: 'name', label: labels('name') },
    note: { name: 'note', label: t('note'), hint: t('noteHint'), rows: 3, isOptional: true },
    ...options,
    expiresInDays: {
      ...expiresInDays,
      options: [
        { value: AS_IT_IS, label: t('asItIs', { end }) },
        ...(expiresAt && never ? [never] : []),
        ...inDays,
        { value: ON_A_DAY, label: t('onADay') },
      ],
    },
    lastDay: {
      name: 'lastDay',
      label: t('lastDay'),
      hint: t('lastDayHint'),
      type: 'date',
      min: today,
      className: '[form:not(:has(option[value=day]:checked))_&]:hidden',
    },
  };
}
