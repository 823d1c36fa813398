import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';

/** Where to go with a question that no article answers. */
export async function ContactLine() {
  const t = await getTranslations('help');
  return (
    <p className="mt-10 text-muted">
      {t.rich('contact', {
        contact: (text: ReactNode) => (
          <Link
            href="/contact"
            prefetch={false}
            className="text-accent underline underline-offset-2"
          >
            {text}
          </Link>
        ),
      })}
    </p>
  );
}
