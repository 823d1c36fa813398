import { useTranslations } from 'next-intl';
import { accessOf, BY_DEFAULT, type Shown } from '@/app/(workspace)/api-keys/_fields/choices';
import { ActionForm } from '@/components/forms/action-form';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { saveKey } from './actions';
import { type Losses, useEditFields } from './use-edit-fields';

type Props = {
  apiKey: ApiKey;
  losses?: Losses | null;
  /** until when it may live, by the policy of its workspace; null for ever */
  longest?: Date | null;
};

/** The form that changes a key. Beside a choice that takes something away it says what, before that. */
export function EditKey({ apiKey, losses = null, longest = null }: Props) {
  const t = useTranslations('apiKeys.edit');
  const { id, workspaceId, name, note, scopes, newPlaceMails } = apiKey;
  const shown: Shown = {
    name,
    note,
    scopes: accessOf(scopes),
    newPlaceMails: newPlaceMails ? 'on' : 'off',
    expiresInDays: BY_DEFAULT,
  };
  const fields = Object.values(useEditFields(apiKey, longest, losses)).map((field) => ({
    ...field,
    defaultValue: shown[field.name as keyof Shown],
  }));
  return (
    <ActionForm
      id="edit"
      action={saveKey.bind(null, workspaceId, id, shown)}
      submit={t('submit')}
      pending={t('pending')}
      fields={fields}
    />
  );
}
