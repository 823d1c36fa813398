'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import { ConfirmAction } from '@/components/confirm-action';
import { questionWords } from '@/components/question-words';
import type { ApiKey } from '@/lib/api-keys/api-key';
import { isolated } from '@/lib/i18n/isolated';
import { type Created, replaceKey } from './actions';
import { RevealKey } from './reveal-key';

type Props = {
  apiKey: Pick<ApiKey, 'id' | 'workspaceId' | 'name' | 'hint'>;
  describedBy: string;
  apiUrl: string;
};

/** Creates a key like the old one and shows it once. The old key works until it is revoked. */
export function ReplaceKey({ apiKey, describedBy, apiUrl }: Props) {
  const t = useTranslations('client.replaceKey');
  const [created, setCreated] = useState<Created | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const forget = useCallback(() => setCreated(null), []);
  const { id, workspaceId, name, hint } = apiKey;

  async function replace() {
    const result = await replaceKey(workspaceId, id);
    if (result.ok) setCreated(result);
    return result;
  }

  return (
    <>
      <ConfirmAction
        trigger={t('trigger')}
        words={questionWords((part) => t(part, isolated({ name })), t('text', { hint }))}
        action={replace}
        variant="secondary"
        confirmVariant="primary"
        describedBy={describedBy}
        triggerRef={trigger}
      />
      <RevealKey created={created} apiUrl={apiUrl} finalFocus={trigger} onClose={forget} />
    </>
  );
}
