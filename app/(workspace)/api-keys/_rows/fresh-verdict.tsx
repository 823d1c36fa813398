'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFirstRequest } from '@/app/(workspace)/api-keys/_parts/use-first-request';
import { useIsFresh } from './fresh-key';

const GIVE_UP_AFTER_MS = 10 * 60_000;

type Props = {
  id: string;
  /** what the row says of every other key */
  children: ReactNode;
};

/** In the row of a key that was just generated: how its first request went, within seconds of it. */
export function FreshVerdict({ id, children }: Props) {
  const t = useTranslations('client.firstRequest');
  const isFresh = useIsFresh(id);
  const told = useFirstRequest(isFresh ? id : null, GIVE_UP_AFTER_MS);
  if (!isFresh) return children;
  const tone = told ? (told.isReceived ? 'text-success' : 'text-warning') : 'text-muted';
  return (
    <span role="status" className={`wrap-anywhere ${tone}`}>
      {told ? told.text : t('waiting')}
    </span>
  );
}
