import { getTranslations } from 'next-intl/server';
import { consequenceOf } from '@/app/(workspace)/api-keys/_parts/consequence';
import type { Params } from '@/app/(workspace)/api-keys/[id]/_usage/address';
import { Notice } from '@/components/page/notice';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { longestLife } from '@/lib/api-keys/model/lifetime';
import { isLive } from '@/lib/api-keys/model/state';
import { EditKey } from './edit-key';
import { proposedIn } from './proposed';

type Props = { apiKey: ApiKey; maxKeyDays: number | null; params: Params };

/** What the Owner can change about a key, until it ends. A phone folds it. */
export async function EditPart({ apiKey, maxKeyDays, params }: Props) {
  if (!isLive(apiKey.state)) return null;
  const t = await getTranslations('apiKeys.edit');
  const proposed = proposedIn(apiKey, params);
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
          {proposed && (
            <div className="mb-4">
              <Notice live="status">{t('proposed')}</Notice>
            </div>
          )}
          <EditKey
            key={proposed?.join()}
            apiKey={apiKey}
            losses={losses}
            longest={longestLife(maxKeyDays, apiKey.createdAt)}
            proposed={proposed}
          />
        </div>
      </details>
    </section>
  );
}
