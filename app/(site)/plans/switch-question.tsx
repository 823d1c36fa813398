'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/dialog';
import { Notice } from '@/components/notice';
import { switchPlan } from './actions';

type Props = {
  open: boolean;
  plan: { slug: string; name: string };
  workspaceId: string;
  consequences: string[];
  finalFocus: RefObject<HTMLElement | null>;
  onClose: () => void;
};

/** Says what a switch would mean before it is made. */
export default function SwitchQuestion({ open, plan, workspaceId, onClose, ...props }: Props) {
  const t = useTranslations('client.plans');
  const [pending, startTransition] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);
  const cancel = useRef<HTMLButtonElement>(null);

  function close() {
    if (pending) return;
    setFailure(null);
    onClose();
  }

  function confirm() {
    startTransition(async () => {
      const result = await switchPlan(plan.slug, workspaceId).catch(
        () => ({ ok: false, message: t('network') }) as const,
      );
      setFailure(result.ok ? null : result.message);
      if (result.ok) onClose();
    });
  }

  return (
    <ConfirmDialog
      open={open}
      title={t('title', { plan: plan.name })}
      description={props.consequences.map((sentence) => (
        <span key={sentence} className="mb-2 block">
          {sentence}
        </span>
      ))}
      initialFocus={cancel}
      finalFocus={props.finalFocus}
      onCancel={close}
    >
      {failure && (
        <div className="mt-4">
          <Notice tone="danger" live="alert">
            {failure}
          </Notice>
        </div>
      )}
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button ref={cancel} variant="secondary" disabled={pending} onClick={close}>
          {t('cancel')}
        </Button>
        <Button disabled={pending} onClick={confirm}>
          {pending ? t('pending') : t('confirm', { plan: plan.name })}
        </Button>
      </div>
    </ConfirmDialog>
  );
}
