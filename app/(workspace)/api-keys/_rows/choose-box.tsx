import { getTranslations } from 'next-intl/server';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isolated } from '@/lib/i18n/isolated';

/** The form that takes the keys that are chosen to another page. */
export const CHOSEN = 'chosen-keys';

type Props = {
  keys: Pick<ApiKey, 'id' | 'name'>[];
  describedBy: string;
};

/** Chooses a key, or both keys of a rotation. */
export async function ChooseBox({ keys, describedBy }: Props) {
  const t = await getTranslations('apiKeys.table');
  return (
    <label className="grid size-8 place-items-center">
      <input
        type="checkbox"
        form={CHOSEN}
        name="id"
        value={keys.map(({ id }) => id).join()}
        aria-label={t('choose', isolated({ name: keys[0]?.name ?? '' }))}
        aria-describedby={describedBy}
        autoComplete="off"
      />
    </label>
  );
}
