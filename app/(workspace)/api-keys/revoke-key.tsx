'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/confirm-action';
import { questionWords } from '@/components/question-words';
import type { ApiKey } from '@/lib/api-keys/api-key';
import { revokeKey } from './actions';

type Props = {
  apiKey: Pick<ApiKey, 'id' | 'workspaceId' | 'name' | 'hint'>;
  describedBy: string;
};

/** The Revoke button, and its dialog, which names the key and says what will happen. */
export function RevokeKey({ apiKey: { id, workspaceId, name, hint }, describedBy }: Props) {
  const t = useTranslations('client.revokeKey');
  // The row and its button disappear, so the focus goes to the field for a new key's name.
  const goOn = () => document.getElementById('key-name')?.focus();
  return (
    <ConfirmAction
      trigger={t('trigger')}
      words={questionWords((part) => t(part, { name }), t('text', { hint }))}
      action={() => revokeKey(workspaceId, id)}
      onDone={goOn}
      describedBy={describedBy}
    />
  );
}
