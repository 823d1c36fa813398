import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { ButtonLink } from '@/components/button-link';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import { isolated } from '@/lib/i18n/isolated';
import { API_KEY_FEATURES } from '@/lib/plan-features';
import { includesAny } from '@/lib/plans/features';
import { PlanSwitch } from './_switch/plan-switch';
import type { Viewer } from './viewer';

/** The workspace's plan, and what it means for this viewer. */
export async function Standing({ workspace, plan, usage, chosen }: Viewer) {
  const quota = usage?.quota ?? null;
  const t = await getTranslations('plans.standing');
  const words = await getTranslations('client.plans');
  const { id, name, ownerName, role } = workspace;
  const current = t('current', isolated({ workspace: name, plan: plan.name }));
  const isThere = chosen?.slug === plan.slug;
  const allowsKeys = quota !== null && includesAny(quota, API_KEY_FEATURES);
  const keys = (text: ReactNode) => <TextLink href="/api-keys">{text}</TextLink>;
  return (
    <div className="mt-6 grid gap-3">
      <HeaderFollows workspaceId={id} />
      {usage && quota && chosen && (
        <Notice tone="success" title={isThere ? current : t('chosen.title', { plan: chosen.name })}>
          {!isThere && (
            <p>
              {t.rich('chosen.text', {
                ...isolated({ workspace: name }),
                plan: chosen.name,
                current: plan.name,
                keys,
              })}
            </p>
          )}
          <div className="mt-3 flex flex-wrap items-center gap-3">
            {isThere && allowsKeys && quota.excess === 0 && (
              <ButtonLink href="/api-keys">{words('generate')}</ButtonLink>
            )}
            <PlanSwitch to={chosen} from={plan} workspaceId={id} usage={usage} isChosen />
          </div>
        </Notice>
      )}
      {!isThere && (
        <Notice title={current}>
          {!plan.onSale && <p>{t('notOnSale')}</p>}
          <p>
            {quota
              ? t('owner')
              : t('member', isolated({ workspace: name, owner: ownerName, role }))}
          </p>
          {quota && (
            <noscript>
              <p>{t('needsJavaScript')}</p>
            </noscript>
          )}
        </Notice>
      )}
      {allowsKeys && quota.limit !== null && quota.excess > 0 && (
        <Notice tone="warning">
          {t.rich('excess', {
            plan: plan.name,
            active: quota.active,
            limit: quota.limit,
            excess: quota.excess,
            keys,
          })}
        </Notice>
      )}
    </div>
  );
}
