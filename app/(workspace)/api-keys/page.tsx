import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { listUsable, without } from '@/app/(workspace)/_parts/list-address';
import { NotInPlan } from '@/app/(workspace)/_parts/not-in-plan';
import { TextLink } from '@/components/text-link';
import type { Actor } from '@/lib/actor';
import { type ApiKeyQuota, getApiKeyQuota } from '@/lib/api-keys/model/quota';
import { countApiKeys } from '@/lib/api-keys/read/count-api-keys';
import { listApiKeys } from '@/lib/api-keys/read/list-api-keys';
import { looksSecret } from '@/lib/api-keys/secret/secret';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { API_KEY_FEATURES } from '@/lib/plan-features';
import { includesAny } from '@/lib/plans/features';
import { CreateKey } from './_generate/create-key';
import { NoRoom } from './_generate/no-room';
import { QuotaLine } from './_generate/quota-line';
import { KeyList } from './_list/key-list';
import { hrefOf, isTidy, type KeysQuery, queryOf, type SearchParams } from './_list/query';
import { StillTriedKeys } from './_list/still-tried';
import { API_URL } from './_reveal/api-url';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiKeys'))('title') };
}

type Props = { searchParams: Promise<SearchParams> };

export default async function ApiKeysPage({ searchParams }: Props) {
  const { actor } = await requireOwner();
  const params = await searchParams;
  const query = queryOf(params);
  if (looksSecret(query.q ?? '')) {
    redirect(hrefOf({ ...without(query, ['q', 'cursor']), notice: 'key_in_address' }));
  }
  if (!isTidy(params, query)) redirect(hrefOf(query));

  // Not streamed: without JavaScript what comes later would never be shown.
  const [quota, found] = await Promise.all([
    getApiKeyQuota(actor),
    listUsable(query, (usable) => list(actor, usable), hrefOf),
  ]);
  // No key is after the cursor: start again.
  if (query.cursor && found.keys.length === 0) redirect(hrefOf(without(query, ['cursor'])));
  const instead = await insteadOfForm(quota);
  const t = await getTranslations('apiKeys');
  const reference = await getTranslations('reference');
  return (
    <>
      <HeaderFollows workspaceId={actor.workspaceId} />
      <h1 className="text-2xl font-semibold">{t('title')}</h1>
      <p className="mt-1 max-w-prose text-muted">
        <span>{t('lead')}</span> <TextLink href="/docs">{reference('link')}</TextLink>
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
      <KeyList actor={actor} query={query} found={found} isFull={instead !== null} />
    </>
  );
}

async function list(actor: Actor, query: KeysQuery) {
  const asked = without(query, ['notice']);
  const [{ keys, nextCursor }, counts] = await Promise.all([
    listApiKeys(actor, asked),
    countApiKeys(actor, asked.q ? { q: asked.q } : {}),
  ]);
  return { keys, nextCursor, counts };
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
