import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { explain } from '@/app/explain';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import { AppError } from '@/lib/errors';
import type { PlanFeature } from '@/lib/plan-features';

type Props = {
  /** the features of which each would do */
  anyOf: readonly [PlanFeature, ...PlanFeature[]];
  /** what is so all the same */
  children?: ReactNode;
};

/** Says beforehand what a verb would refuse: that the plan lacks a feature, and which plans have it. */
export async function NotInPlan({ anyOf, children }: Props) {
  const t = await getTranslations('plans');
  const { message } = await explain(new AppError('feature_not_available', { anyOf }));
  return (
    <Notice tone="warning" title={message}>
      {children}
      <p>
        <TextLink href="/plans">{t('compare')}</TextLink>
      </p>
    </Notice>
  );
}
