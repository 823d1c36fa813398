import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Time } from '@/app/_times/time';
import { endOf } from '@/app/(workspace)/api-keys/_parts/end-of';
import type { ApiKey, Terms } from '@/lib/api-keys/model/api-key';
import { livesTooLong, longestLife } from '@/lib/api-keys/model/lifetime';
import { isLive } from '@/lib/api-keys/model/state';
import { isolated } from '@/lib/i18n/isolated';
import { isReadOnly } from '@/lib/scopes';
import { Addresses } from './addresses';

type FactOf = { term: string; value: ReactNode };

type Props = { apiKey: ApiKey; maxKeyDays: number | null };

/** What a key may do, from where, how often and until when, and who created and last used it. */
export async function KeyFacts({ apiKey, maxKeyDays }: Props) {
  const t = await getTranslations('apiKeys.table');
  const words = await getTranslations('client.createKey');
  const format = await getFormatter();
  const { scopes, allowedAddresses, requestsPerMinute, createdAt, createdBy, lastUsedAt } = apiKey;
  const isTooLong = livesTooLong(apiKey.expiresAt, longestLife(maxKeyDays, createdAt));
  // The name is the heading of the page.
  const {
    note,
    ...decided
  }: Record<Exclude<keyof Terms, 'name'>, FactOf> = {
    scopes: { term: t('access'), value: isReadOnly(scopes) ? t('readOnly') : t('readWrite') },
    expiresAt: {
      term: isLive(apiKey.state) ? t('expiry') : t('end'),
      value: (
        <>
          <span>{(await endOf(apiKey, 'minute')) ?? t('neverExpires')}</span>
          {isTooLong && isLive(apiKey.state) && (
            <span className="block font-normal text-warning">
              {t('livesTooLong', { days: maxKeyDays ?? 0 })}
            </span>
          )}
        </>
      ),
    },
    allowedAddresses: {
      term: words('labels.allowedAddresses'),
      value: allowedAddresses.length > 0 && <Addresses list={allowedAddresses} />,
    },
    requestsPerMinute: {
      term: words('labels.requestsPerMinute'),
      value: requestsPerMinute && format.number(requestsPerMinute),
    },
    newPlaceMails: {
      term: words('labels.newPlaceMails'),
      value: !apiKey.newPlaceMails && words('newPlaces.off'),
    },
    note: { term: t('note'), value: apiKey.note },
  };
  return (
    <dl className="grid grid-cols-2 gap-4 text-sm sm:max-lg:grid-cols-4">
      {Object.values(decided).map(
        ({ term, value }) =>
          value && (
            <Fact key={term} term={term}>
              {value}
            </Fact>
          ),
      )}
      <Fact term={t('created')}>
        <Time date={createdAt} format="date" />{' '}
        {createdBy && <span>{t('by', isolated({ name: createdBy }))}</span>}
      </Fact>
      <Fact term={t('lastUsed')}>
        {lastUsedAt ? <Time date={lastUsedAt} format="relative" /> : t('never')}
      </Fact>
      {note.value && (
        <Fact term={note.term} className="col-span-full max-w-prose">
          <span
            translate="no"
            className="block font-normal whitespace-pre-wrap [unicode-bidi:plaintext]"
          >
            {note.value}
          </span>
        </Fact>
      )}
    </dl>
  );
}

type FactProps = { term: string; className?: string; children: ReactNode };

function Fact({ term, className, children }: FactProps) {
  return (
    <div className={className}>
      <dt className="text-muted">{term}</dt>
      <dd className="mt-0.5 font-medium wrap-anywhere">{children}</dd>
    </div>
  );
}
