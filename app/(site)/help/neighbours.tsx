import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/page/link';
import type { ArticleSummary } from '@/lib/help/article';

type Props = { previous: ArticleSummary | undefined; next: ArticleSummary | undefined };

/** The articles before and after this one. */
export async function Neighbours({ previous, next }: Props) {
  const t = await getTranslations('help');
  return (
    <nav aria-label={t('neighbours')} className="mt-8 grid gap-4 sm:grid-cols-2">
      {previous && <Neighbour label={t('previous')} article={previous} rel="prev" />}
      {next && <Neighbour label={t('next')} article={next} rel="next" />}
    </nav>
  );
}

type NeighbourProps = { label: string; article: ArticleSummary; rel: 'prev' | 'next' };

function Neighbour({ label, article: { slug, title }, rel }: NeighbourProps) {
  return (
    <Link
      href={`/help/${slug}`}
      rel={rel}
      className={`rounded-panel border border-line bg-surface px-5 py-4 shadow-raised hover:border-control ${rel === 'next' ? 'sm:col-start-2 sm:text-right' : ''}`}
    >
      <span className="block text-sm text-muted">{label}</span>
      <span className="mt-0.5 block font-medium text-accent">{title}</span>
    </Link>
  );
}
