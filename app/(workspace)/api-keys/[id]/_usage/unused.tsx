import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/page/empty-state';
import { TextLink } from '@/components/text-link';
import { type ApiKeyState, isLive } from '@/lib/api-keys/model/state';

/** In place of everything that is known about use, where that is nothing. */
export async function Unused({ state }: { state: ApiKeyState }) {
  const t = await getTranslations('apiKeys.usage.unused');
  const article = (text: ReactNode) => <TextLink href="/help/first-invoice">{text}</TextLink>;
  return (
    <div className="rounded-panel border border-dashed border-line">
      {isLive(state) ? (
        <EmptyState title={t('title')} heading="h2">
          {t.rich('text', { article })}
        </EmptyState>
      ) : (
        <EmptyState title={t('ended')} heading="h2">
          {t('endedText')}
        </EmptyState>
      )}
    </div>
  );
}
