import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/notice';
import { TextLink } from '@/components/text-link';
import { API_KEY_FEATURES } from '@/lib/plan-features';
import { includesAny } from '@/lib/plans/features';
import type { Plan } from '@/lib/plans/plan';
import type { Viewer } from './viewer';

type Props = Viewer & {
  /** the plan that a new Owner came for */
  chosen: Plan | undefined;
};

/** The workspace's plan, and what it means for this viewer. */
export async function Standing({ workspace, plan, quota, chosen }: Props) {
  const t = await getTranslations('plans.standing');
  const { name, ownerName, role } = workspace;
  const isOver =
    quota && includesAny(quota, API_KEY_FEATURES) && quota.limit !== null && quota.excess > 0;
  return (
    <div className="mt-6 grid gap-3">
      {quota && chosen && chosen.slug !== plan.slug && (
        <Notice tone="success" title={t('chosen.title', { plan: chosen.name })}>
          {t.rich('chosen.text', {
            workspace: name,
            plan: chosen.name,
            current: plan.name,
            keys: (text) => <TextLink href="/api-keys">{text}</TextLink>,
          })}
        </Notice>
      )}
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
            keys: (text) => <TextLink href="/api-keys">{text}</TextLink>,
          })}
        </Notice>
      )}
    </div>
  );
}
