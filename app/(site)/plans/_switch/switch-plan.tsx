'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { CurrentPlan } from '@/app/(site)/plans/current-plan';
import { Button } from '@/components/button';

type Props = {
  plan: { slug: string; name: string };
  workspaceId: string;
  isCurrent: boolean;
  /** the one that the Owner came for stands out */
  isChosen: boolean;
  /** whether the plan lets the workspace generate a key */
  hasRoom: boolean;
  /** what the switch would mean, in sentences */
  consequences: string[];
};

// Most readers never switch, so the dialog loads only when a button is about to be pressed.
const load = () => import('./switch-question');
const SwitchQuestion = lazy(load);

/** The Switch button and its dialog. For the current plan, a note that it is the current one. */
export function SwitchPlan({ isCurrent, isChosen, ...to }: Props) {
  const t = useTranslations('client.plans');
  const [wasAsked, setWasAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const current = useRef<HTMLParagraphElement>(null);

  // The page may update after the dialog has closed, and that removes the focused button.
  useEffect(() => {
    if (isCurrent && wasAsked) current.current?.focus();
  }, [isCurrent, wasAsked]);

  function ask() {
    setWasAsked(true);
    setOpen(true);
  }

  return (
    <>
      {isCurrent ? (
        <CurrentPlan focus={current} />
      ) : (
        <Button
          variant={isChosen ? 'primary' : 'secondary'}
          className="noscript:hidden"
          onPointerEnter={load}
          onFocus={load}
          onClick={ask}
        >
          <span>
            {t.rich('switch', {
              plan: to.plan.name,
              narrow: (text) => <span className={isChosen ? '' : 'max-lg:sr-only'}>{text}</span>,
            })}
          </span>
        </Button>
      )}
      {wasAsked && (
        <Suspense>
          <SwitchQuestion {...to} open={open} finalFocus={current} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
