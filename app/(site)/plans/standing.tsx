import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/notice';
import { API_KEY_FEATURES } from '@/lib/plan-features';
import { includesAny } from '@/lib/plans/features';
import type { Viewer } from './viewer';

/** The workspace's plan, and what it means for this viewer. */
export async function Standing({ workspace, plan, quota }: Viewer) {
  const t = await getTranslations('plans.standing');
  const { name, ownerName, role } = workspace;
  const isOver =
    quota && includesAny(quota, API_KEY_FEATURES) && quota.limit !== null && quota.excess > 0;
  return (
    <div className="mt-6 grid gap-3">
      <Notice title={t('current', { workspace: name, plan: plan.name })}>
        {!plan.onSale && <p>{t('notOnSale')}</p>}
        <p>{quota ? t('owner') : t('member', { workspace: name, owner: ownerName, role })}</p>
        {quota && (
          <noscript>
            <p>{t('needsJavaScript')}</p>
          </noscript>
        )}
      </Notice>
      {isOver && (
        <Notice tone="warning">
          {t.rich('excess', {
            plan: plan.name,
            active: quota.active,
            limit: Number(quota.limit),
            excess: quota.excess,
            keys: (text) => (
              <Link href="/api-keys" className="font-medium underline underline-offset-2">
                {text}
              </Link>
            ),
          })}
        </Notice>
      )}
    </div>
  );
}
