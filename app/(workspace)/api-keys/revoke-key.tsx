'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/dialog';
import { Notice } from '@/components/notice';
import { revokeKey } from './actions';

type Props = { id: string; name: string; hint: string; describedBy: string };

/** Revoke, and the question that names the key and says what will happen. */
export function RevokeKey({ id, name, hint, describedBy }: Props) {
  const t = useTranslations('client.revokeKey');
  const [open, setOpen] = useState(false);
  const [pending, startTransition] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);
  const cancel = useRef<HTMLButtonElement>(null);

  function ask() {
    setFailure(null);
    setOpen(true);
  }

  function revoke() {
    startTransition(async () => {
      const result = await revokeKey(id).catch(
        () => ({ ok: false, message: t('network') }) as const,
      );
      setFailure(result.ok ? null : result.message);
      if (result.ok) {
        setOpen(false);
        // The row and its button are about to go: the name field is where work goes on.
        document.getElementById('key-name')?.focus();
      }
    });
  }

  return (
    <>
      <Button variant="dangerQuiet" aria-describedby={describedBy} onClick={ask}>
        {t('revoke')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('title', { name })}
        description={t('text', { hint })}
        initialFocus={cancel}
        onCancel={() => !pending && setOpen(false)}
      >
        {failure && (
          <div className="mt-4">
            <Notice tone="danger" live="alert">
              {failure}
            </Notice>
          </div>
        )}
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <Button
            ref={cancel}
            variant="secondary"
            disabled={pending}
            onClick={() => setOpen(false)}
          >
            {t('cancel')}
          </Button>
          <Button variant="danger" disabled={pending} onClick={revoke}>
            {pending ? t('pending') : t('confirm')}
          </Button>
        </div>
      </ConfirmDialog>
    </>
  );
}
