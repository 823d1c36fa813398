import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/shell/header-follows';
import { TextLink } from '@/components/text-link';
import { listApiKeys } from '@/lib/api-keys/list-api-keys';
import { type ApiKeyQuota, getApiKeyQuota } from '@/lib/api-keys/quota';
import { requireOwner } from '@/lib/auth/guards';
import { env } from '@/lib/env';
import { API_KEY_FEATURES } from '@/lib/plan-features';
import { includesAny } from '@/lib/plans/features';
import { NotInPlan } from '../not-in-plan';
import { CreateKey } from './create-key';
import { KeyTable } from './key-table';
import { NoRoom } from './no-room';
import { QuotaLine } from './quota-line';
import { StillTriedKeys } from './still-tried';

/** The address that the sample in the reveal modal calls. */
const API_URL = `${env.NEXTAUTH_URL}/api/me`;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiKeys'))('title') };
}

export default async function ApiKeysPage() {
  const { actor } = await requireOwner();
  // Not streamed: without JavaScript what comes later would never be shown.
  const [quota, keys] = await Promise.all([getApiKeyQuota(actor), listApiKeys(actor)]);
  const instead = await insteadOfForm(quota);
  const t = await getTranslations('apiKeys');
  const reference = await getTranslations('reference');
  return (
    <>
      <HeaderFollows workspaceId={actor.workspaceId} />
      <h1 className="text-2xl font-semibold">{t('title')}</h1>
      <p className="mt-1 max-w-prose text-muted">
        {t('lead')} <TextLink href="/docs">{reference('link')}</TextLink>
      </p>
      <section className="mt-8 rounded-panel border border-line bg-surface shadow-raised">
        <div className="border-b border-line p-5">
          <QuotaLine quota={quota} />
        </div>
        <div className="p-5">
          <CreateKey
            apiUrl={API_URL}
            workspaceId={actor.workspaceId}
            active={quota.active}
            instead={instead}
          />
          <noscript>
            <p className="mt-3 text-sm text-muted">{t('needsJavaScript')}</p>
          </noscript>
        </div>
      </section>
      <StillTriedKeys actor={actor} />
      <KeyTable keys={keys} apiUrl={API_URL} isFull={instead !== null} />
    </>
  );
}

/** What the page says in place of a form that could only be refused. */
async function insteadOfForm(quota: ApiKeyQuota) {
  if (!includesAny(quota, API_KEY_FEATURES)) {
    const t = await getTranslations('apiKeys.quota');
    return (
      <NotInPlan anyOf={API_KEY_FEATURES}>{quota.active > 0 && <p>{t('othersWork')}</p>}</NotInPlan>
    );
  }
  return quota.excess > 0 ? <NoRoom excess={quota.excess} /> : null;
}
