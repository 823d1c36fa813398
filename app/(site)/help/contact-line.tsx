import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/text-link';

/** Where to go with a question that no article answers. */
export async function ContactLine() {
  const t = await getTranslations('help');
  return (
    <p className="mt-10 text-muted">
      {t.rich('contact', {
        contact: (text: ReactNode) => (
          <TextLink href="/contact" prefetch={false}>
            {text}
          </TextLink>
        ),
      })}
    </p>
  );
}
