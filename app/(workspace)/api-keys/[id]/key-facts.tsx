import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { endOf } from '@/app/(workspace)/api-keys/_parts/end-of';
import { Time } from '@/app/(workspace)/api-keys/_parts/time';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isolated } from '@/lib/i18n/isolated';
import { isReadOnly } from '@/lib/scopes';

/** What a key may do, until when, and who created and last used it. */
export async function KeyFacts({ apiKey }: { apiKey: ApiKey }) {
  const t = await getTranslations('apiKeys.table');
  const { scopes, createdAt, createdBy, lastUsedAt, note } = apiKey;
  return (
    <dl className="mt-6 grid gap-4 text-sm sm:grid-cols-2 lg:grid-cols-4">
      <Fact term={t('access')}>{isReadOnly(scopes) ? t('readOnly') : t('readWrite')}</Fact>
      <Fact term={t('expiry')}>{(await endOf(apiKey)) ?? t('neverExpires')}</Fact>
      <Fact term={t('created')}>
        <Time date={createdAt} format="date" />{' '}
        {createdBy && t('by', isolated({ name: createdBy }))}
      </Fact>
      <Fact term={t('lastUsed')}>
        {lastUsedAt ? <Time date={lastUsedAt} format="relative" /> : t('never')}
      </Fact>
      {note && (
        <Fact term={t('note')} className="col-span-full max-w-prose">
          <span
            translate="no"
            className="block font-normal whitespace-pre-wrap [unicode-bidi:plaintext]"
          >
            {note}
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
