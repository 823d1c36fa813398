import { getLocale, getTranslations } from 'next-intl/server';
import { formatMoney } from '@/lib/invoices/money';
import type { Plan } from '@/lib/plans/plan';

/** What a plan costs, in words; null where the operator shows no prices. */
export async function priceOf({ monthlyPrice, currency }: Plan): Promise<string | null> {
  if (monthlyPrice === null || currency === null) return null;
  const t = await getTranslations('plans.price');
  if (monthlyPrice === 0) return t('free');
  return t('monthly', { price: formatMoney(monthlyPrice, currency, await getLocale()) });
}
