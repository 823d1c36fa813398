'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/dialogs/dialog';

type Props = {
  open: boolean;
  method: string;
  url: string;
  onCancel: () => void;
  onConfirm: () => void;
};

/** Asks before a request that deletes. */
export function ConfirmSend({ open, method, url, onCancel, onConfirm }: Props) {
  const t = useTranslations('reference.client.tryIt.confirm');
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <ConfirmDialog
      open={open}
      title={t('title', { method, path: url })}
      description={t('text')}
      initialFocus={cancel}
      onCancel={onCancel}
    >
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button ref={cancel} variant="secondary" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button variant="danger" onClick={onConfirm}>
          {t('send', { method })}
        </Button>
      </div>
    </ConfirmDialog>
  );
}
