'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/dialog';
import { Notice } from '@/components/notice';
import { switchPlan } from './actions';
import { CurrentPlan } from './current-plan';

type Props = {
  plan: { slug: string; name: string };
  workspaceId: string;
  isCurrent: boolean;
  /** what the switch would mean, in sentences */
  consequences: string[];
};

/** Switch, and the question that says what follows; for the plan they have, that they have it. */
export function SwitchPlan({ plan, workspaceId, isCurrent, consequences }: Props) {
  const t = useTranslations('client.plans');
  const [open, setOpen] = useState(false);
  const [pending, startTransition] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const current = useRef<HTMLParagraphElement>(null);
  const wasAsked = useRef(false);

  // The page may catch up after the dialog has closed, and takes the button with it.
  useEffect(() => {
    if (isCurrent && wasAsked.current) current.current?.focus();
  }, [isCurrent]);

  function ask() {
    wasAsked.current = true;
    setFailure(null);
    setOpen(true);
  }

  function confirm() {
    startTransition(async () => {
      const result = await switchPlan(plan.slug, workspaceId).catch(
        () => ({ ok: false, message: t('network') }) as const,
      );
      if (result.ok) setOpen(false);
      else setFailure(result.message);
    });
  }

  return (
    <>
      {isCurrent ? (
        <CurrentPlan focus={current} />
      ) : (
        <Button variant="secondary" onClick={ask}>
          <span>
            {t.rich('switch', {
              plan: plan.name,
              narrow: (text) => <span className="max-lg:sr-only">{text}</span>,
            })}
          </span>
        </Button>
      )}
      <ConfirmDialog
        open={open}
        title={t('title', { plan: plan.name })}
        description={consequences.map((sentence) => (
          <span key={sentence} className="mb-2 block">
            {sentence}
          </span>
        ))}
        initialFocus={cancel}
        finalFocus={current}
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
          <Button disabled={pending} onClick={confirm}>
            {pending ? t('pending') : t('confirm', { plan: plan.name })}
          </Button>
        </div>
      </ConfirmDialog>
    </>
  );
}
