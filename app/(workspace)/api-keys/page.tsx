import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { listUsable, without } from '@/app/(workspace)/_parts/list-address';
import { NotInPlan } from '@/app/(workspace)/_parts/not-in-plan';
import { OpenQuestionProvider } from '@/components/dialogs/open-question';
import { TextLink } from '@/components/text-link';
import type { Actor } from '@/lib/actor';
import { type ApiKeyQuota, getApiKeyQuota } from '@/lib/api-keys/model/quota';
import { countApiKeys } from '@/lib/api-keys/read/count-api-keys';
import { listKeyRows } from '@/lib/api-keys/read/list-key-rows';
import { looksSecret } from '@/lib/api-keys/secret/looks-secret';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { API_KEY_FEATURES } from '@/lib/plan-features';
import { includesAny } from '@/lib/plans/features';
import { CreateKey } from './_generate/create-key';
import { NoRoom } from './_generate/no-room';
import { QuotaLine } from './_generate/quota-line';
import { KeyList } from './_list/key-list';
import { hrefOf, isTidy, type KeysQuery, queryOf, type SearchParams } from './_list/query';
import { KeysReported } from './_reported/keys-reported';
import { API_URL } from './_reveal/api-url';
import { FreshKeyProvider } from './_rows/fresh-key';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiKeys'))('title') };
}

type Props = { searchParams: Promise<SearchParams> };

export default async function ApiKeysPage({ searchParams }: Props) {
  const { actor } = await requireOwner();
  const params = await searchParams;
  const query = queryOf(params);
  if (looksSecret(query.q ?? '')) {
    redirect(hrefOf({ ...without(query, ['q', 'cursor', 'from']), notice: 'key_in_address' }));
  }
  if (!isTidy(params, query)) redirect(hrefOf(query));

  // Not streamed: without JavaScript what comes later would never be shown.
  const [quota, found] = await Promise.all([
    getApiKeyQuota(actor),
    listUsable(query, (usable) => list(actor, usable), hrefOf),
  ]);
  // No key is beyond the cursor: start again.
  if (query.cursor && found.rows.length === 0) redirect(hrefOf(without(query, ['cursor', 'from'])));
  const { all, paused } = found.counts;
  const instead = await insteadOfForm(quota, paused > 0);
  const t = await getTranslations('apiKeys');
  const reference = await getTranslations('reference');
  return (
    <FreshKeyProvider>
      <HeaderFollows workspaceId={actor.workspaceId} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h1 className="text-title">{t('title')}</h1>
        <QuotaLine quota={quota} />
      </div>
      <KeysReported actor={actor} />
      {all === 0 && (
        <p className="mt-1 max-w-prose text-muted">
          <span>{t('lead')}</span> <TextLink href="/docs">{reference('link')}</TextLink>
        </p>
      )}
      <div className="mt-5 sm:mt-4">
        <CreateKey
          apiUrl={API_URL}
          workspaceId={actor.workspaceId}
          maxKeyDays={quota.maxKeyDays}
          active={quota.active}
          isFirst={all === 0}
          instead={instead}
        />
        <noscript>
          <p className="mt-2 text-sm text-muted">{t('needsJavaScript')}</p>
        </noscript>
      </div>
      <OpenQuestionProvider>
        <KeyList actor={actor} query={query} found={found} isFull={instead !== null} />
      </OpenQuestionProvider>
    </FreshKeyProvider>
  );
}

async function list(actor: Actor, query: KeysQuery) {
  const asked = without(query, ['notice']);
  const { q, state } = asked;
  const [rows, counts] = await Promise.all([
    listKeyRows(actor, asked),
    countApiKeys(actor, { ...(q && { q }), ...(state && { state }) }),
  ]);
  return { ...rows, counts };
}

/** What the page says in place of a form that could only be refused. */
async function insteadOfForm(quota: ApiKeyQuota, isPaused: boolean) {
  if (!includesAny(quota, API_KEY_FEATURES)) {
    const t = await getTranslations('apiKeys.quota');
    return (
      <NotInPlan anyOf={API_KEY_FEATURES}>{quota.active > 0 && <p>{t('othersWork')}</p>}</NotInPlan>
    );
  }
  return quota.excess > 0 ? <NoRoom quota={quota} isPaused={isPaused} /> : null;
}
