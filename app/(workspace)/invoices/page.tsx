import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { requireMember } from '@/lib/auth/current';
import { AppError } from '@/lib/errors';
import { listInvoices } from '@/lib/invoices/list-invoices';
import { InvoiceTable } from './invoice-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices'))('title') };
}

type Props = { searchParams: Promise<{ cursor?: string | string[] }> };

export default async function InvoicesPage({ searchParams }: Props) {
  const { actor, workspace } = await requireMember();
  const { cursor } = await searchParams;
  const t = await getTranslations('invoices');
  const { invoices, nextCursor } = await listInvoices(actor, cursor ? { cursor } : {}).catch(leave);

  return (
    <>
      <h1 className="text-2xl font-semibold">{t('title')}</h1>
      <p className="mt-1 text-muted">{t('lead', { workspace: workspace.name })}</p>
      <div className="mt-8 overflow-hidden rounded-panel border border-line bg-surface shadow-raised">
        {invoices.length > 0 ? (
          <InvoiceTable invoices={invoices} />
        ) : (
          <EmptyState title={t('empty.title')} heading="h2">
            {t('empty.text')}
          </EmptyState>
        )}
      </div>
      <nav aria-label={t('pages')} className="mt-4 flex justify-between gap-3">
        {cursor ? (
          <ButtonLink href="/invoices" variant="secondary">
            {t('newest')}
          </ButtonLink>
        ) : (
          <span />
        )}
        {nextCursor && (
          <ButtonLink href={`/invoices?cursor=${nextCursor}`} variant="secondary">
            {t('older')}
          </ButtonLink>
        )}
      </nav>
    </>
  );
}

/** An address with a cursor that means nothing: show the first page in its place. */
function leave(error: unknown): never {
  if (AppError.is(error, 'validation_failed')) redirect('/invoices');
  throw error;
}
