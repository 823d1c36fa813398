'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/confirm-action';
import { revokeKey } from './actions';

type Props = { id: string; name: string; hint: string; describedBy: string };

/** Revoke, and the question that names the key and says what will happen. */
export function RevokeKey({ id, name, hint, describedBy }: Props) {
  const t = useTranslations('client.revokeKey');
  const words = {
    trigger: t('revoke'),
    title: t('title', { name }),
    text: t('text', { hint }),
    cancel: t('cancel'),
    confirm: t('confirm'),
    pending: t('pending'),
    network: t('network'),
  };
  // The row and its button are about to go: the name field is where work goes on.
  const goOn = () => document.getElementById('key-name')?.focus();
  return (
    <ConfirmAction
      words={words}
      action={() => revokeKey(id)}
      onDone={goOn}
      describedBy={describedBy}
    />
  );
}
