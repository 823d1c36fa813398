'use client';

import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/text-link';

/** How to give a key to somebody else. */
export function GiveAway() {
  const t = useTranslations('client.revealKey');
  return (
    <p className="text-sm text-muted">
      {t.rich('handOver', {
        // A tab of its own: leaving this one would lose the key.
        help: (text) => (
          <TextLink href="/help/api-keys#give-a-key" target="_blank" prefetch={false}>
            {text}
          </TextLink>
        ),
        hidden: (text) => <span className="sr-only">{text}</span>,
      })}
    </p>
  );
}
