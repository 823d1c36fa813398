import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/page/notice';
import { listPlansIfUp } from '@/lib/plans/list-plans';
import { FeatureList } from './feature-list';
import { GoodToKnow } from './good-to-know';
import { PlanTable } from './plan-table';
import { Standing } from './standing';
import { findViewer } from './viewer';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plans');
  return { title: t('title'), description: t('description') };
}

/** The plans on sale. Someone signed in also sees their workspace's plan and how to change it. */
type Props = { searchParams: Promise<{ chosen?: string | string[] }> };

export default async function PlansPage({ searchParams }: Props) {
  const t = await getTranslations('plans');
  const plans = await listPlansIfUp();
  const { chosen } = await searchParams;
  const viewer = plans && (await findViewer(plans.find(({ slug }) => slug === chosen)));
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-3 max-w-prose text-lead text-muted">{t('lead')}</p>
      {viewer && <Standing {...viewer} />}
      <div className="mt-8">
        {plans ? <PlanTable plans={plans} viewer={viewer} /> : <Notice>{t('unavailable')}</Notice>}
      </div>
      <FeatureList />
      <GoodToKnow hasPrices={plans?.some(({ monthlyPrice }) => monthlyPrice !== null) ?? false} />
    </>
  );
}
