import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/text-link';
import { CodePanel } from './code-panel';
import { guideExamples } from './guide-examples';
import { GUIDES } from './guide-names';
import { Code } from './prose';

/** The introduction: what every reader should know, each part with an example beside it. */
export async function Guides({ origin }: { origin: string }) {
  const t = await getTranslations('reference');
  const examples = guideExamples(origin);
  return GUIDES.map((guide) => (
    <section
      key={guide}
      aria-labelledby={guide}
      className="mt-12 grid grid-cols-1 gap-x-10 gap-y-4 border-t border-line pt-10 xl:grid-cols-2"
    >
      <div className="min-w-0">
        <h2 id={guide} className="scroll-mt-8 text-section">
          {t(`guides.${guide}.title`)}
        </h2>
        <div className="mt-2 grid max-w-prose gap-3 text-muted">
          {t.rich(`guides.${guide}.text`, {
            p: (text) => <p>{text}</p>,
            code: (text) => <Code>{text}</Code>,
            errors: link('/help/errors'),
            keys: link('/api-keys'),
            document: link('/api/openapi.json'),
            older: link('/api/openapi-3.0.json'),
            compatibility: link('/help/compatibility'),
            changelog: link('/help/changelog'),
          })}
        </div>
      </div>
      <CodePanel
        heading={t(`guides.${guide}.example`)}
        blocks={[{ label: t(`guides.${guide}.example`), code: examples[guide] }]}
      />
    </section>
  ));
}

function link(href: string) {
  return (text: ReactNode) => (
    <TextLink href={href} prefetch={false}>
      {text}
    </TextLink>
  );
}
