import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import { looksSecret } from '@/lib/api-keys/secret/looks-secret';
import { listArticles } from '@/lib/help/articles';
import { searchArticles } from '@/lib/help/search';
import { ContactLine } from './contact-line';
import { SearchForm } from './search-form';
import { SearchResults } from './search-results';
import { SectionList } from './section-list';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('help');
  return { title: t('title'), description: t('lead') };
}

type Props = { searchParams: Promise<{ q?: string | string[]; refused?: string | string[] }> };

/** The help center: the articles that match `?q=`; all of them without it, or when none does. */
export default async function HelpPage({ searchParams }: Props) {
  const { q, refused } = await searchParams;
  const query = typeof q === 'string' ? q.trim() : '';
  // The browser has not sent it from the form, but an address can be typed.
  if (looksSecret(query)) redirect('/help?refused');
  const t = await getTranslations('help');
  const articles = await listArticles(await getLocale());
  const hits = query ? searchArticles(articles, query) : [];
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-3 max-w-prose text-lead text-muted">{t('lead')}</p>
      <SearchForm query={query} />
      {refused !== undefined && (
        <div className="mt-4 max-w-xl">
          <Notice tone="warning" live="status">
            {t.rich('search.refused', {
              rotate: (text) => <TextLink href="/help/api-keys#rotate-a-key">{text}</TextLink>,
            })}
          </Notice>
        </div>
      )}
      {query && <SearchResults query={query} hits={hits} />}
      {hits.length === 0 && <SectionList articles={articles} />}
      <ContactLine />
    </>
  );
}
