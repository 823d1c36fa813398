import { getTranslations } from 'next-intl/server';
import { ConfirmAction } from '@/components/dialogs/confirm-action';
import { questionWords } from '@/components/dialogs/question-words';
import { isolated } from '@/lib/i18n/isolated';
import { removeFromWorkspace } from './actions';

type Props = { workspaceId: string; userId: string; name: string };

/** The Remove button, and its dialog, which says what will happen. */
export async function RemoveMember({ workspaceId, userId, name }: Props) {
  const t = await getTranslations('members.remove');
  return (
    <ConfirmAction
      trigger={t('trigger')}
      label={t('label', isolated({ name }))}
      words={questionWords((part) => t(part, isolated({ name })), t('text'))}
      action={removeFromWorkspace.bind(null, workspaceId, userId)}
    />
  );
}
