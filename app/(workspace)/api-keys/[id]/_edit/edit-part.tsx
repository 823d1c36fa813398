import { getTranslations } from 'next-intl/server';
import { consequenceOf } from '@/app/(workspace)/api-keys/_parts/consequence';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { longestLife } from '@/lib/api-keys/model/expiry';
import { isLive } from '@/lib/api-keys/model/state';
import { EditKey } from './edit-key';

type Props = { apiKey: ApiKey; maxKeyDays: number | null };

/** What the Owner can change about a key, until it ends. A phone folds it. */
export async function EditPart({ apiKey, maxKeyDays }: Props) {
  if (!isLive(apiKey.state)) return null;
  const t = await getTranslations('apiKeys.edit');
  const losses = apiKey.lastUsedAt && {
    readOnly: await consequenceOf(apiKey, 'readOnly'),
    expire: await consequenceOf(apiKey, 'expire'),
  };
  return (
    <section aria-labelledby="edit" className="border-t border-line pt-6">
      <header>
        <h2 id="edit" className="text-section">
          {t('title')}
        </h2>
        <p className="mt-1 text-sm text-muted">{t('lead')}</p>
      </header>
      <details className="folds-on-phones opens-for-answers">
        <summary className="mt-1 w-fit rounded-control py-2.5 text-sm font-medium text-accent">
          {t('open')}
        </summary>
        <div className="mt-4">
          <EditKey
            apiKey={apiKey}
            losses={losses}
            longest={longestLife(maxKeyDays, apiKey.createdAt)}
          />
        </div>
      </details>
    </section>
  );
}
