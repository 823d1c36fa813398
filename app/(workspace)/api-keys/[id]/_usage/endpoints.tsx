import { getTranslations } from 'next-intl/server';
import type { Window } from '@/lib/api-keys/usage/period';
import type { ApiKeyUse } from '@/lib/api-keys/usage/read-usage';
import { CountsTable } from './counts-table';

/** What the requests of a window asked for. */
export async function Endpoints({ use, window }: { use: ApiKeyUse; window: Window }) {
  if (use.endpoints.length === 0) return null;
  const t = await getTranslations('apiKeys.use');
  return (
    <section aria-labelledby="endpoints" className="mt-8">
      <h3 id="endpoints" className="font-semibold">
        {t('endpoints.title')}{' '}
        <span className="text-sm font-normal text-muted">{t(`windows.${window}`)}</span>
      </h3>
      <div className="mt-3">
        <CountsTable
          caption={t('endpoints.title')}
          title={t('endpoints.endpoint')}
          rows={use.endpoints.map(({ endpoint, ...counts }) => ({ head: endpoint, counts }))}
        />
      </div>
    </section>
  );
}
