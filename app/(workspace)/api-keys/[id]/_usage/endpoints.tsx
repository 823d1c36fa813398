import { getTranslations } from 'next-intl/server';
import type { ApiKeyUsage } from '@/lib/api-keys/read/read-usage';
import type { UsagePeriod } from '@/lib/api-keys/usage/period';
import { CountsTable } from './counts-table';

/** What the requests of a period asked for. */
export async function Endpoints({ usage, period }: { usage: ApiKeyUsage; period: UsagePeriod }) {
  if (usage.endpoints.length === 0) return null;
  const t = await getTranslations('apiKeys.usage');
  return (
    <section aria-labelledby="endpoints">
      <h3 id="endpoints" className="text-card">
        <span>{t('endpoints.title')}</span>{' '}
        <span className="text-sm font-normal text-muted">{t(`windows.${period}`)}</span>
      </h3>
      <div className="mt-3">
        <CountsTable
          caption={t('endpoints.title')}
          title={t('endpoints.endpoint')}
          rows={usage.endpoints.map(({ endpoint, ...counts }) => ({ head: endpoint, counts }))}
        />
      </div>
    </section>
  );
}
