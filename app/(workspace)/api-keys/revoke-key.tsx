'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmAction } from '@/components/confirm-action';
import { questionWords } from '@/components/question-words';
import type { ApiKey } from '@/lib/api-keys/api-key';
import { revokeKey } from './actions';

type Props = {
  apiKey: Pick<ApiKey, 'id' | 'workspaceId' | 'name' | 'hint'>;
  describedBy: string;
};

/**
 * The Revoke button, and its dialog, which names the key and says what will happen. Whoever revokes is
 * in a hurry: the answer only says that the key is dead, and the new list follows.
 */
export function RevokeKey({ apiKey: { id, workspaceId, name, hint }, describedBy }: Props) {
  const t = useTranslations('client.revokeKey');
  const router = useRouter();
  const [isRevoked, setRevoked] = useState(false);

  function goOn() {
    setRevoked(true);
    router.refresh();
    // The row disappears, so the focus goes to the field for a new key's name.
    document.getElementById('key-name')?.focus();
  }

  if (isRevoked) {
    return (
      <p data-revoked role="status" className="text-sm font-medium text-muted">
        {t('done')}
      </p>
    );
  }
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
