'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { AskedUsage } from '@/app/(workspace)/api-keys/_parts/asked-usage';
import { keepOld, retireOld } from '@/app/(workspace)/api-keys/[id]/rotate/actions';
import { ConfirmAction } from '@/components/dialogs/confirm-action';
import { questionWords } from '@/components/dialogs/question-words';

type Props = {
  /** the id and hint of the old key, and the new one */
  pair: { id: string; workspaceId: string; hint: string; next: { id: string; hint: string } };
  /** whether a new key is there to work alone */
  canRetire?: boolean;
};

/** The two ends of a rotation. Both ask first. */
export function RotationActions({ pair, canRetire = false }: Props) {
  const t = useTranslations('client.rotation');
  const router = useRouter();
  const { id, workspaceId, hint, next } = pair;

  const questionFor = (end: 'retire' | 'keep') =>
    questionWords(
      (part) => (part === 'doubt' ? t(part) : t(`${end}.${part}`, { hint })),
      t(`${end}.text`, { hint, next: next.hint }),
    );

  return (
    <div className="flex flex-wrap gap-3">
      {canRetire && (
        <ConfirmAction
          about={`retire-${id}`}
          trigger={t('retire.trigger')}
          words={questionFor('retire')}
          action={() => retireOld(workspaceId, id)}
          onDone={() => router.refresh()}
        >
          <AskedUsage id={id} change="retire" />
        </ConfirmAction>
      )}
      <ConfirmAction
        about={`keep-${id}`}
        trigger={t('keep.trigger')}
        words={questionFor('keep')}
        action={() => keepOld(workspaceId, id)}
        onDone={() => router.refresh()}
        variant="secondary"
      >
        <AskedUsage id={next.id} change="keep" />
      </ConfirmAction>
    </div>
  );
}
