'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/dialogs/dialog';
import { FormActions } from '@/components/forms/form-actions';

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
      <FormActions
        place="dialog"
        out={
          <Button ref={cancel} variant="secondary" onClick={onCancel}>
            {t('cancel')}
          </Button>
        }
        step={
          <Button variant="danger" onClick={onConfirm}>
            {t('send', { method })}
          </Button>
        }
      />
    </ConfirmDialog>
  );
}
