import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/shell/header-follows';
import { ButtonLink } from '@/components/button-link';
import { EmptyState } from '@/components/empty-state';
import type { Actor } from '@/lib/actor';
import { requireMember } from '@/lib/auth/guards';
import { AppError } from '@/lib/errors';
import { isolated } from '@/lib/i18n/isolated';
import { listInvoices } from '@/lib/invoices/list-invoices';
import { nameOf } from '@/lib/validation';
import { FilterForm } from './filter-form';
import { InvoiceTable } from './invoice-table';
import { hrefOf, type InvoicesQuery, isTidy, queryOf, type SearchParams, without } from './query';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices'))('title') };
}

type Props = { searchParams: Promise<SearchParams> };

export default async function InvoicesPage({ searchParams }: Props) {
  const { actor, workspace } = await requireMember();
  const params = await searchParams;
  const query = queryOf(params);
  if (!isTidy(params, query)) redirect(hrefOf(query));

  const t = await getTranslations('invoices');
  const { invoices, nextCursor, wrong } = await listUsable(actor, query);
  const asked = without(query, ['cursor']);
  const inForce = without(asked, wrong);
  const isAsked = Object.keys(asked).length > 0;
  // No invoice is after the cursor: start again.
  if (query.cursor && invoices.length === 0) redirect(hrefOf(asked));

  return (
    <>
      <HeaderFollows workspaceId={workspace.id} />
      <h1 className="text-2xl font-semibold">{t('title')}</h1>
      <p className="mt-1 text-muted">{t('lead', isolated({ workspace: workspace.name }))}</p>
      {(invoices.length > 0 || isAsked) && <FilterForm filters={asked} wrong={wrong} />}
      <div className="mt-6 overflow-hidden rounded-panel border border-line bg-surface shadow-raised">
        {invoices.length > 0 ? (
          <InvoiceTable invoices={invoices} query={without(query, wrong)} />
        ) : Object.keys(inForce).length > 0 ? (
          <EmptyState
            title={t('noMatch.title')}
            heading="h2"
            action={
              <ButtonLink href="/invoices" variant="secondary">
                {t('noMatch.clear')}
              </ButtonLink>
            }
          >
            {t('noMatch.text')}
          </EmptyState>
        ) : (
          <EmptyState title={t('empty.title')} heading="h2">
            {t('empty.text')}
          </EmptyState>
        )}
      </div>
      <nav aria-label={t('pages')} className="mt-4 flex justify-between gap-3">
        {query.cursor ? (
          <ButtonLink href={hrefOf(inForce)} variant="secondary">
            {t('newest')}
          </ButtonLink>
        ) : (
          <span />
        )}
        {nextCursor && (
          <ButtonLink href={hrefOf({ ...inForce, cursor: nextCursor })} variant="secondary">
            {t('older')}
          </ButtonLink>
        )}
      </nav>
    </>
  );
}

/**
 * Lists by the valid filters of an address, which anyone may have written.
 * @returns also the names of the invalid filters
 */
async function listUsable(
  actor: Actor,
  query: InvoicesQuery,
  wrong: string[] = [],
): Promise<Awaited<ReturnType<typeof listInvoices>> & { wrong: string[] }> {
  try {
    return { ...(await listInvoices(actor, without(query, wrong))), wrong };
  } catch (error) {
    if (!AppError.is(error, 'validation_failed')) throw error;
    const more = error.details.errors.map(nameOf);
    if (more.includes('cursor')) redirect(hrefOf(without(query, ['cursor'])));
    return listUsable(actor, query, [...wrong, ...more]);
  }
}
