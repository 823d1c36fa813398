import { getLocale, getTranslations } from 'next-intl/server';
import { decimalsOf } from '@/lib/money/currency';
import type { Plan } from '@/lib/plans/plan';

/** What a plan costs, in words; null where the operator shows no prices. */
export async function priceOf({ monthlyPrice, currency }: Plan): Promise<string | null> {
  if (monthlyPrice === null || currency === null) return null;
  const t = await getTranslations('plans');
  const format = new Intl.NumberFormat(await getLocale(), {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  return t('price', { price: format.format(monthlyPrice / 10 ** decimalsOf(currency)) });
}
