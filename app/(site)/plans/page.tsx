import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/notice';
import { getApiKeyQuota } from '@/lib/api-keys/quota';
import { getSessionIfUp, requireMember } from '@/lib/auth/guards';
import { getPlan } from '@/lib/plans/get-plan';
import { listPlansIfUp } from '@/lib/plans/list-plans';
import { FeatureList } from './feature-list';
import { GoodToKnow } from './good-to-know';
import { PlanTable, type Reader } from './plan-table';
import { Standing } from './standing';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plans');
  return { title: t('title'), description: t('description') };
}

/** What is on sale; and for someone signed in, what their workspace has and how to change it. */
export default async function PlansPage() {
  const t = await getTranslations('plans');
  const plans = await listPlansIfUp();
  const reader = plans && (await whoReads());
  return (
    <>
      <h1 className="text-3xl font-semibold sm:text-4xl">{t('title')}</h1>
      <p className="mt-3 max-w-prose text-lg text-muted">{t('lead')}</p>
      {reader && <Standing {...reader} />}
      <div className="mt-8">
        {plans ? <PlanTable plans={plans} reader={reader} /> : <Notice>{t('unavailable')}</Notice>}
      </div>
      <FeatureList />
      <GoodToKnow />
    </>
  );
}

/** The member who reads the page, with what they may know of their workspace; null for a visitor. */
async function whoReads(): Promise<Reader | null> {
  const session = await getSessionIfUp();
  if (!session?.workspace) return null;
  const { actor, workspace } = await requireMember();
  const [plan, quota] = await Promise.all([
    getPlan(actor),
    workspace.isOwner ? getApiKeyQuota(actor) : null,
  ]);
  return { workspace, plan, quota };
}
