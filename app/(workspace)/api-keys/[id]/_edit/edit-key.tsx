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
  /** what the list of addresses shows at first, where that is not what is stored */
  proposed?: string[] | undefined;
};

/** The form that changes a key. Beside a choice that takes something away it says what, before that. */
export function EditKey({ apiKey, losses = null, longest = null, proposed }: Props) {
  const t = useTranslations('apiKeys.edit');
  const { id, workspaceId, name, note, scopes } = apiKey;
  const { allowedAddresses, requestsPerMinute, newPlaceMails } = apiKey;
  const shown: Shown = {
    name,
    note,
    scopes: accessOf(scopes),
    expiresInDays: BY_DEFAULT,
    allowedAddresses: linesOf(allowedAddresses),
    requestsPerMinute: String(requestsPerMinute ?? ''),
    newPlaceMails: newPlaceMails ? 'on' : 'off',
  };
  const fields = Object.values(useEditFields(apiKey, longest, losses)).map((field) => ({
    ...field,
    defaultValue: { ...shown, ...(proposed && { allowedAddresses: linesOf(proposed) }) }[
      field.name as keyof Shown
    ],
  }));
  return (
    <ActionForm
      id="edit"
      action={saveKey.bind(null, workspaceId, id, shown, proposed !== undefined)}
      submit={t('submit')}
      agree={t('agree')}
      pending={t('pending')}
      fields={fields}
    />
  );
}

const linesOf = (list: string[]) => list.join('\n');
