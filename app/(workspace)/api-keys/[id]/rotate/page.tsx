import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { told } from '@/app/_times/told';
import { NotInPlan } from '@/app/(workspace)/_parts/not-in-plan';
import { consequenceOf } from '@/app/(workspace)/api-keys/_parts/consequence';
import { UsedLately } from '@/app/(workspace)/api-keys/_parts/used-lately';
import { API_URL } from '@/app/(workspace)/api-keys/_reveal/api-url';
import { Rotation } from '@/app/(workspace)/api-keys/[id]/_rotation/rotation';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { getApiKeyQuota } from '@/lib/api-keys/model/quota';
import { hindranceOf, RETIRE_RULES } from '@/lib/api-keys/rotation/rotation';
import { isolated } from '@/lib/i18n/isolated';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { API_KEY_FEATURES } from '@/lib/plan-features';
import { includesAny } from '@/lib/plans/features';
import { getSettings } from '@/lib/workspaces/workspace/get-settings';
import { findKey } from '../find-key';
import { StepHead, StepOut } from '../step-head';
import { RotateForm } from './rotate-form';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ retire?: string | string[] }>;
};

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { name } = await findKey((await params).id);
  return { title: (await getTranslations('apiKeys.rotate'))('title', isolated({ name })) };
}

/** What rotating a key means, and the form that does it; or the rotation that the key is in. */
export default async function RotatePage({ params, searchParams }: Props) {
  const { retire } = await searchParams;
  const apiKey = await findKey((await params).id);
  const t = await getTranslations('apiKeys');
  const { id, workspaceId, name, hint, createdAt, expiresAt } = apiKey;
  const { actor } = await requireOwner();
  const { maxKeyDays } = await getSettings(actor);
  const instead = await insteadOfForm(apiKey);
  return (
    <>
      <HeaderFollows workspaceId={workspaceId} />
      <StepHead apiKey={apiKey}>{t('rotate.title', isolated({ name }))}</StepHead>
      <p className="mt-1 max-w-prose text-muted">
        {instead ? <span translate="no">{hint}</span> : t('rotate.lead', { hint })}
      </p>
      {!instead && (
        <div className="mt-4 max-w-2xl">
          <UsedLately apiKey={apiKey} />
        </div>
      )}
      <div className="mt-6 max-w-2xl">
        <RotateForm
          apiKey={{ id, workspaceId, hint }}
          chosen={RETIRE_RULES.find((rule) => rule === retire)}
          expiry={{ createdAt, expiresAt, end: await expiryOf(apiKey), maxKeyDays }}
          loss={instead ? '' : await consequenceOf(apiKey, 'rotate')}
          apiUrl={API_URL}
          out={<StepOut apiKey={apiKey}>{t('rotate.cancel')}</StepOut>}
          instead={instead}
        />
        <noscript>
          <p className="mt-3 text-sm text-muted">{t('needsJavaScript')}</p>
        </noscript>
      </div>
    </>
  );
}

async function expiryOf({ expiresAt }: ApiKey): Promise<string> {
  const t = await getTranslations('client.createKey');
  return expiresAt ? told(expiresAt, 'minute') : t('never');
}

/** What the page says in place of a form that could only be refused. */
async function insteadOfForm(apiKey: ApiKey): Promise<ReactNode> {
  const t = await getTranslations('apiKeys.rotate');
  const keys = (text: ReactNode) => <TextLink href="/api-keys">{text}</TextLink>;
  const hindrance = hindranceOf(apiKey);
  const { id, hint, state, replacedBy } = apiKey;
  if (hindrance === 'in_rotation') return <Rotation apiKey={apiKey} />;
  if (hindrance === 'paused') {
    const page = (text: ReactNode) => <TextLink href={`/api-keys/${id}`}>{text}</TextLink>;
    return (
      <Notice tone="warning" title={t('paused.title')}>
        {t.rich('paused.text', { page, keys })}
      </Notice>
    );
  }
  if (state === 'retired' && replacedBy) {
    const next = (text: ReactNode) => (
      <TextLink href={`/api-keys/${replacedBy.id}`}>{text}</TextLink>
    );
    return (
      <Notice title={t('retired.title', { hint })}>
        {t.rich('retired.text', { next: () => next(replacedBy.hint) })}
      </Notice>
    );
  }
  if (hindrance) {
    return (
      <Notice tone="warning" title={t('ended.title')}>
        {t.rich('ended.text', { keys })}
      </Notice>
    );
  }
  const { actor } = await requireOwner();
  const quota = await getApiKeyQuota(actor);
  return includesAny(quota, API_KEY_FEATURES) ? null : <NotInPlan anyOf={API_KEY_FEATURES} />;
}
