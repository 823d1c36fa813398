import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/text-link';
import type { Invoice } from '@/lib/invoices/model/invoice';
import { formatMoney } from '@/lib/money/format';
import { InvoiceStatusBadge } from './invoice-status';
import { hrefOf, type InvoicesQuery } from './query';

type Props = {
  invoices: Invoice[];
  /** of the list, which each invoice leads back to */
  query: InvoicesQuery;
};

export async function InvoiceTable({ invoices, query }: Props) {
  const t = await getTranslations('invoices');
  const locale = await getLocale();
  const format = await getFormatter();
  const day = (date: string | null) =>
    date ? format.dateTime(new Date(date), { dateStyle: 'medium' }) : '—';
  const head = 'px-4 py-2.5 font-medium whitespace-nowrap';
  return (
    <table className="w-full text-left text-sm">
      <caption className="sr-only">{t('title')}</caption>
      <thead className="border-b border-line text-muted">
        <tr>
          <th scope="col" className={head}>
            {t('number')}
          </th>
          <th scope="col" className={`${head} max-sm:hidden`}>
            {t('status')}
          </th>
          <th scope="col" className={`${head} max-md:hidden`}>
            {t('issued')}
          </th>
          <th scope="col" className={`${head} max-md:hidden`}>
            {t('due')}
          </th>
          <th scope="col" className={`${head} text-right`}>
            {t('total')}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {invoices.map((invoice) => (
          <tr key={invoice.id} className="align-top">
            <th scope="row" className="px-4 py-3 font-normal">
              <TextLink href={hrefOf(query, invoice.id)} prefetch={false}>
                {invoice.number ?? t('unnumbered')}
              </TextLink>
              <p className="text-muted wrap-anywhere">{invoice.customer}</p>
              <p className="mt-1 sm:hidden">
                <InvoiceStatusBadge status={invoice.status} />
              </p>
            </th>
            <td className="px-4 py-3 max-sm:hidden">
              <InvoiceStatusBadge status={invoice.status} />
            </td>
            <td className="px-4 py-3 whitespace-nowrap text-muted max-md:hidden">
              {day(invoice.issuedOn)}
            </td>
            <td className="px-4 py-3 whitespace-nowrap text-muted max-md:hidden">
              {day(invoice.dueOn)}
            </td>
            <td className="px-4 py-3 text-right whitespace-nowrap tabular-nums">
              {formatMoney(invoice.total, invoice.currency, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
