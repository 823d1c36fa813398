import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Actor } from '@/lib/actor';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { checkRefused } from '@/lib/api-keys/read/check-refused';
import type { RecentRequest } from '@/lib/api-keys/usage/recent';
import { isolated } from '@/lib/i18n/isolated';

type Props = {
  actor: Actor;
  /** one that has ended */
  apiKey: ApiKey;
  recent: RecentRequest[];
};

/** When a key ended and by whom, what it opened last, and that it opens nothing now. */
export async function Receipt({ actor, apiKey, recent }: Props) {
  const t = await getTranslations('apiKeys.receipt');
  const ending = endingOf(apiKey);
  const { isRefused, at } = await checkRefused(actor, apiKey.id);
  return (
    <section aria-labelledby="receipt" className="mt-10">
      <h2 id="receipt" className="text-lg font-semibold">
        {t('title')}
      </h2>
      <dl className="mt-3 grid gap-4 rounded-panel border border-line bg-surface p-5 text-sm shadow-raised">
        <Fact term={t(`at.${ending.how}`)}>{await whenAndByWhom(ending.at, apiKey.revokedBy)}</Fact>
        <Fact term={t('lastAccepted')}>{await lastAccepted(apiKey, recent)}</Fact>
        <Fact term={t('checked', { when: await toTheSecond(at) })}>
          <span className={isRefused ? 'text-success' : 'text-danger'}>
            {t(isRefused ? 'refused' : 'accepted')}
          </span>
          <span className="mt-1 block max-w-prose font-normal text-muted">{t('how')}</span>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{term}</dt>
      <dd className="mt-0.5 font-medium wrap-anywhere">{children}</dd>
    </div>
  );
}

type Ending = { how: 'revoked' | 'retired' | 'expired'; at: Date | null };

function endingOf({ state, revokedAt, retiresAt, expiresAt }: ApiKey): Ending {
  if (revokedAt) return { how: 'revoked', at: revokedAt };
  return state === 'retired' ? { how: state, at: retiresAt } : { how: 'expired', at: expiresAt };
}

async function whenAndByWhom(at: Date | null, name: string | null): Promise<string> {
  const t = await getTranslations('apiKeys.receipt');
  const when = at ? await toTheSecond(at) : '';
  return name ? t('endedBy', isolated({ when, name })) : when;
}

/** It may have been counted after the key was read. */
async function lastAccepted({ lastUsedAt }: ApiKey, recent: RecentRequest[]): Promise<string> {
  const t = await getTranslations('apiKeys.receipt');
  const last = recent.find(({ outcome }) => outcome !== 'refused' && outcome !== 'rateLimited');
  if (last) {
    const { endpoint, status, address } = last;
    return t('request', { when: await toTheSecond(last.at), endpoint, status, address });
  }
  return lastUsedAt ? await toTheSecond(lastUsedAt) : t('none');
}

async function toTheSecond(at: Date): Promise<string> {
  return (await getFormatter()).dateTime(at, { dateStyle: 'long', timeStyle: 'long' });
}
