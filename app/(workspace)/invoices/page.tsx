import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { listUsable, without } from '@/app/(workspace)/_parts/list-address';
import { ButtonLink } from '@/components/button-link';
import { EmptyState } from '@/components/page/empty-state';
import { Pager } from '@/components/page/pager';
import { isolated } from '@/lib/i18n/isolated';
import { requireMember } from '@/lib/identity/sessions/guards';
import { listInvoices } from '@/lib/invoices/read/list-invoices';
import { FilterForm } from './filter-form';
import { InvoiceTable } from './invoice-table';
import { hrefOf, isTidy, queryOf, type SearchParams } from './query';

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
  const { invoices, nextCursor, wrong } = await listUsable(
    query,
    (usable) => listInvoices(actor, usable),
    hrefOf,
  );
  const asked = without(query, ['cursor']);
  const inForce = without(asked, wrong);
  const isAsked = Object.keys(asked).length > 0;
  // No invoice is after the cursor: start again.
  if (query.cursor && invoices.length === 0) redirect(hrefOf(asked));

  return (
    <>
      <HeaderFollows workspaceId={workspace.id} />
      <h1 className="text-title">{t('title')}</h1>
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
      <Pager
        label={t('pages')}
        first={query.cursor ? { href: hrefOf(inForce), text: t('newest') } : null}
        next={
          nextCursor ? { href: hrefOf({ ...inForce, cursor: nextCursor }), text: t('older') } : null
        }
      />
    </>
  );
}
