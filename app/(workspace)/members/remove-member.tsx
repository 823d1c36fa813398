import { getTranslations } from 'next-intl/server';
import { ConfirmAction } from '@/components/dialogs/confirm-action';
import { questionWords } from '@/components/dialogs/question-words';
import type { KnownKey } from '@/lib/api-keys/leaving/keys-by-member';
import { isolated } from '@/lib/i18n/isolated';
import { removeFromWorkspace } from './actions';
import { KeysOf } from './keys-of';

type Props = {
  workspaceId: string;
  userId: string;
  name: string;
  /** the keys that they know, for the Owner, who rotates them next */
  keys: KnownKey[];
};

/** The Remove button, and its dialog, which says what will happen, and what is left to do. */
export async function RemoveMember({ workspaceId, userId, name, keys }: Props) {
  const t = await getTranslations('members.remove');
  const count = keys.length;
  return (
    <ConfirmAction
      trigger={t('trigger')}
      label={t('label', isolated({ name }))}
      words={questionWords((part) => t(part, isolated({ name })), t('text'))}
      action={removeFromWorkspace.bind(null, workspaceId, userId)}
      {...(count > 0 && { next: '/api-keys/rotate' })}
    >
      {count > 0 && (
        <div className="mt-4 text-sm">
          <p className="font-medium">{t('keys', isolated({ name, count }))}</p>
          <KeysOf keys={keys} />
        </div>
      )}
    </ConfirmAction>
  );
}
