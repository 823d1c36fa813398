'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { switchPlan } from '@/app/(site)/plans/actions';
import { ConfirmQuestion } from '@/components/dialogs/confirm-question';
import { questionWords } from '@/components/dialogs/question-words';
import { useAnnounce } from '@/components/forms/action-status';
import { TextLink } from '@/components/text-link';

type Props = {
  open: boolean;
  plan: { slug: string; name: string };
  workspaceId: string;
  consequences: string[];
  hasRoom: boolean;
  finalFocus: RefObject<HTMLElement | null>;
  onClose: () => void;
};

/** The dialog that says what a switch would change, and asks first. Afterwards comes a key. */
export default function SwitchQuestion(props: Props) {
  const { plan, workspaceId, consequences, hasRoom, ...dialog } = props;
  const t = useTranslations('client.plans');
  const words = questionWords(
    (part) => t(part, { plan: plan.name }),
    consequences.map((sentence) => (
      <span key={sentence} className="mb-2 block">
        {sentence}
      </span>
    )),
  );
  const announce = useAnnounce();
  return (
    <ConfirmQuestion
      {...dialog}
      words={words}
      action={() => switchPlan(workspaceId, plan.slug)}
      onDone={({ message }) =>
        announce(
          <>
            <span>{message}</span>{' '}
            {hasRoom && <TextLink href="/api-keys">{t('generate')}</TextLink>}
          </>,
        )
      }
      confirmVariant="primary"
    />
  );
}
