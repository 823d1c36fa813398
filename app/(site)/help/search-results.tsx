import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/page/empty-state';
import { TextLink } from '@/components/text-link';
import type { Hit } from '@/lib/help/search';
import { isolated } from '@/lib/i18n/isolated';

type Props = { query: string; hits: Hit[] };

/** The articles that match, each with the matching text; or what to do when none does. */
export async function SearchResults({ query, hits }: Props) {
  const t = await getTranslations('help.search');
  if (hits.length === 0) {
    return (
      <div className="mt-10 rounded-panel border border-dashed border-line">
        <EmptyState title={t('empty.title', isolated({ query }))} heading="h2">
          {t.rich('empty.text', {
            contact: (text) => <TextLink href="/contact">{text}</TextLink>,
          })}
        </EmptyState>
      </div>
    );
  }
  return (
    <section className="mt-10 max-w-3xl">
      <h2 className="text-section wrap-anywhere">
        {t('results', isolated({ count: hits.length, query }))}
      </h2>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {hits.map(({ article: { slug, title }, snippet }) => (
          <li key={slug} className="py-4">
            <TextLink href={`/help/${slug}`}>{title}</TextLink>
            <p className="mt-1 text-muted wrap-anywhere">
              {snippet.map(({ text, isMatch }, index) =>
                isMatch ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
                  <mark key={index} className="bg-accent-soft font-medium text-ink">
                    {text}
                  </mark>
                ) : (
                  text
                ),
              )}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-6">
        <TextLink href="/help">{t('all')}</TextLink>
      </p>
    </section>
  );
}
