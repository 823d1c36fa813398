import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { Link } from '@/components/page/link';
import { AppError } from '@/lib/errors';
import { requireMember } from '@/lib/identity/sessions/guards';
import { getInvoice } from '@/lib/invoices/read/get-invoice';
import { formatMoney } from '@/lib/money/format';
import { InvoiceStatusBadge } from '../invoice-status';
import { hrefOf, queryOf, type SearchParams } from '../query';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices'))('one') };
}

export default async function InvoicePage({ params, searchParams }: Props) {
  const { actor, workspace } = await requireMember();
  const invoice = await getInvoice(actor, (await params).id).catch(leave);
  const t = await getTranslations('invoices');
  const format = await getFormatter();
  const locale = await getLocale();
  const money = (amount: number) => formatMoney(amount, invoice.currency, locale);
  const day = (date: string | null) =>
    date ? format.dateTime(new Date(date), { dateStyle: 'long' }) : '—';
  const cell = 'px-4 py-3 text-right tabular-nums whitespace-nowrap';

  return (
    <>
      <HeaderFollows workspaceId={actor.workspaceId} />
      <Link
        href={hrefOf(queryOf(await searchParams))}
        className="inline-flex min-h-8 items-center rounded-control text-sm text-muted hover:text-ink print:hidden"
      >
        <span aria-hidden="true">←&nbsp;</span>
        <span>{t('title')}</span>
      </Link>
      {/* On paper there is no header that says whose invoice it is. */}
      <p className="hidden font-semibold print:block">{workspace.name}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <h1 className="text-title">{invoice.number ?? t('unnumbered')}</h1>
        <InvoiceStatusBadge status={invoice.status} />
      </div>
      <dl className="mt-6 grid gap-4 text-sm sm:grid-cols-3">
        {[
          [t('customer'), invoice.customer],
          ...(invoice.reference ? [[t('reference'), invoice.reference]] : []),
          [t('issued'), day(invoice.issuedOn)],
          [t('due'), day(invoice.dueOn)],
        ].map(([term, value]) => (
          <div key={term}>
            <dt className="text-muted">{term}</dt>
            <dd className="mt-0.5 font-medium wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-8 overflow-hidden rounded-panel border border-line bg-surface shadow-raised">
        <table className="w-full text-left text-sm">
          <thead className="border-b border-line text-muted">
            <tr>
              <th scope="col" className="px-4 py-2.5 font-medium">
                {t('description')}
              </th>
              <th scope="col" className="px-4 py-2.5 text-right font-medium max-sm:hidden">
                {t('quantity')}
              </th>
              <th scope="col" className="px-4 py-2.5 text-right font-medium max-sm:hidden">
                {t('unitAmount')}
              </th>
              <th scope="col" className="px-4 py-2.5 text-right font-medium">
                {t('amount')}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {invoice.lines.map((line, index) => (
              // Lines have no id; only their order distinguishes them.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={index}>
                <th scope="row" className="px-4 py-3 font-normal wrap-anywhere">
                  <span>{line.description}</span>
                  <p className="text-xs text-muted sm:hidden">
                    {`${line.quantity} × ${money(line.unitAmount)}`}
                  </p>
                </th>
                <td className={`${cell} max-sm:hidden`}>{line.quantity}</td>
                <td className={`${cell} max-sm:hidden`}>{money(line.unitAmount)}</td>
                <td className={cell}>{money(line.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="flex justify-between border-t border-line px-4 py-3 font-semibold">
          <span>{t('total')}</span>
          <span className="tabular-nums">{money(invoice.total)}</span>
        </p>
      </div>
    </>
  );
}

function leave(error: unknown): never {
  if (AppError.is(error, 'not_found')) notFound();
  throw error;
}
