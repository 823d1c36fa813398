'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { revokeKey } from '@/app/(workspace)/api-keys/actions';
import type { ButtonVariant } from '@/components/button';
import { ConfirmAction } from '@/components/dialogs/confirm-action';
import { questionWords } from '@/components/dialogs/question-words';
import { useHandOver } from '@/components/forms/hand-over';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isolated } from '@/lib/i18n/isolated';
import { AskedUsage } from './asked-usage';

type Props = {
  apiKey: Pick<ApiKey, 'id' | 'workspaceId' | 'name' | 'hint'>;
  describedBy: string;
  /** says which other key of a rotation is left */
  remains?: string | null;
  variant?: ButtonVariant;
};

/**
 * The Revoke button, and its dialog, which names the key and says what will happen. Whoever revokes is
 * in a hurry: the answer only says that the key is dead, and the new list follows.
 */
export function RevokeKey({ apiKey, describedBy, remains, variant }: Props) {
  const { id, workspaceId, name, hint } = apiKey;
  const t = useTranslations('client.revokeKey');
  const text = [t('text', { hint }), remains].filter(Boolean).join(' ');
  const router = useRouter();
  const [isRevoked, setRevoked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useHandOver(place);

  // The button is gone: once the dialog has let go of the focus, it belongs here, until the row goes.
  useEffect(() => {
    if (isRevoked) requestAnimationFrame(() => place.current?.focus({ preventScroll: true }));
  }, [isRevoked]);

  function goOn() {
    setRevoked(true);
    router.refresh();
  }

  return (
    <div ref={place} tabIndex={-1} className="rounded-control">
      {isRevoked ? (
        <p data-revoked className="text-sm font-medium text-muted">
          {t('done')}
        </p>
      ) : (
        <ConfirmAction
          about={`revoke-${id}`}
          trigger={t('trigger')}
          words={questionWords((part) => t(part, isolated({ name })), text)}
          action={() => revokeKey(workspaceId, id)}
          onDone={goOn}
          describedBy={describedBy}
          variant={variant}
        >
          <AskedUsage id={id} change="revoke" />
        </ConfirmAction>
      )}
    </div>
  );
}
