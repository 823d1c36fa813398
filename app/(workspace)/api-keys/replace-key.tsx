'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import { ConfirmAction } from '@/components/confirm-action';
import { type CreateResult, replaceKey } from './actions';
import { RevealKey } from './reveal-key';

type Created = Extract<CreateResult, { ok: true }>;

type Props = { id: string; name: string; hint: string; describedBy: string; apiUrl: string };

/** Makes a key like this one and shows it once; this one works until it is revoked. */
export function ReplaceKey({ id, name, hint, describedBy, apiUrl }: Props) {
  const t = useTranslations('client.replaceKey');
  const [created, setCreated] = useState<Created | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const forget = useCallback(() => setCreated(null), []);

  async function replace() {
    const result = await replaceKey(id);
    if (result.ok) setCreated(result);
    return result;
  }

  const words = {
    trigger: t('trigger'),
    title: t('title', { name }),
    text: t('text', { hint }),
    cancel: t('cancel'),
    confirm: t('confirm'),
    pending: t('pending'),
    network: t('network'),
  };
  return (
    <>
      <ConfirmAction
        words={words}
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
