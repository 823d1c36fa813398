import { getTranslations } from 'next-intl/server';
import { ActionButton } from '@/components/forms/action-button';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { leakReportOf } from '@/lib/api-keys/reported/leak-reports';
import { dismissReports } from './actions';
import { LEAK_HELP } from './help';
import { reportInWords } from './report-in-words';

/** That a key was reported as leaked, until its Owner puts it away or 30 days are over. */
export async function KeyReported({ apiKey }: { apiKey: ApiKey }) {
  const report = await leakReportOf(apiKey);
  if (!report) return null;
  const t = await getTranslations('apiKeys.reported');
  const { id, workspaceId, hint } = apiKey;
  const { what, source } = await reportInWords(report, hint);
  const done = report.response;
  return (
    <div className="mt-4 max-w-2xl">
      <Notice tone="danger" title={t('title', { done })}>
        <p>{what}</p>
        <p className="mt-1">{source}</p>
        <p className="mt-1">
          <span>{t('next', { done })}</span> <TextLink href={LEAK_HELP}>{t('help')}</TextLink>
        </p>
        <div className="mt-3">
          <ActionButton
            action={dismissReports.bind(null, workspaceId, [id])}
            label={t('dismiss')}
            variant="secondary"
          />
        </div>
      </Notice>
    </div>
  );
}
