'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { ConfirmQuestion } from '@/components/confirm-question';
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
export default function SwitchQuestion({ plan, workspaceId, consequences, ...dialog }: Props) {
  const t = useTranslations('client.plans');
  const words = {
    title: t('title', { plan: plan.name }),
    text: consequences.map((sentence) => (
      <span key={sentence} className="mb-2 block">
        {sentence}
      </span>
    )),
    cancel: t('cancel'),
    confirm: t('confirm', { plan: plan.name }),
    pending: t('pending'),
    network: t('network'),
  };
  return (
    <ConfirmQuestion
      {...dialog}
      words={words}
      action={() => switchPlan(plan.slug, workspaceId)}
      confirmVariant="primary"
    />
  );
}
