import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import type { ApiKeyQuota } from '@/lib/api-keys/model/quota';

type Props = { quota: ApiKeyQuota; isPaused: boolean };

/** Where no key can be generated now: how many must be revoked, or that the plan's only key is there. */
export async function NoRoom({ quota: { planName, excess, limit }, isPaused }: Props) {
  const t = await getTranslations('apiKeys.quota');
  const plans = (text: ReactNode) => <TextLink href="/plans">{text}</TextLink>;
  if (limit === 1 && excess === 1) {
    return (
      <p className="text-sm text-muted">
        {!isPaused && <span className="font-medium text-ink">{t('ready')}</span>}{' '}
        <span>{t.rich('onlyOne', { plan: planName, plans })}</span>
      </p>
    );
  }
  return (
    <Notice tone="warning" title={t('full')}>
      {t.rich('makeRoom', { excess, plans })}
    </Notice>
  );
}
