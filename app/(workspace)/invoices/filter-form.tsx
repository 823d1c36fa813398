import { getFormatter, getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import { ButtonLink } from '@/components/button-link';
import { Field, SelectField } from '@/components/forms/field';
import type { InvoiceStatus } from '@/lib/invoices/model/invoice';
import { INVOICE_STATUSES } from '@/lib/invoices/model/schema';
import { hrefOf, type InvoicesQuery } from './query';

type Props = {
  filters: InvoicesQuery;
  /** the names of invalid filters */
  wrong: readonly string[];
};

/** Its fields become the address's parameters, so that a filtered list can be kept and shared. */
export async function FilterForm({ filters, wrong }: Props) {
  const t = await getTranslations('invoices.filters');
  const statuses = await getTranslations('invoices.statuses');
  const format = await getFormatter();
  const isWrong = wrong.includes('status');
  const several = isWrong ? [] : ((filters.status?.split(',') ?? []) as InvoiceStatus[]);
  const field = (name: keyof InvoicesQuery, error: 'status' | 'customer' | 'day') => ({
    id: `filter-${name}`,
    name,
    defaultValue: filters[name],
    error: wrong.includes(name) ? t(`errors.${error}`) : undefined,
  });
  const day = { type: 'date', min: '1900-01-01', max: '9999-12-31' };
  return (
    // Without a new key, React would keep the inputs' old values when the address changes.
    <search key={hrefOf(filters)} aria-label={t('label')}>
      <form
        action="/invoices"
        autoComplete="off"
        className="mt-6 grid grid-cols-2 items-start gap-3 sm:grid-cols-[9rem_1fr_9.5rem_9.5rem] lg:grid-cols-[9rem_1fr_9.5rem_9.5rem_auto]"
      >
        <SelectField
          {...field('status', 'status')}
          label={t('status')}
          className="max-sm:col-span-2"
        >
          <option value="">{t('all')}</option>
          {several.length > 1 && (
            <option value={filters.status}>
              {format.list(several.map((one) => statuses(one)))}
            </option>
          )}
          {INVOICE_STATUSES.map((status) => (
            <option key={status} value={status}>
              {statuses(status)}
            </option>
          ))}
        </SelectField>
        <Field
          {...field('customer', 'customer')}
          label={t('customer')}
          maxLength={200}
          className="max-sm:col-span-2"
        />
        <Field {...field('issued_from', 'day')} {...day} label={t('from')} />
        <Field {...field('issued_to', 'day')} {...day} label={t('to')} />
        <div className="col-span-full flex gap-2 lg:col-span-1 lg:mt-[1.625rem]">
          <Button type="submit" variant="secondary">
            {t('submit')}
          </Button>
          {Object.keys(filters).length > 0 && (
            <ButtonLink href="/invoices" variant="quiet">
              {t('clear')}
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}
