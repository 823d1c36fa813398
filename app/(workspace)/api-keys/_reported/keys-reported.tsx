import { getTranslations } from 'next-intl/server';
import { ActionButton } from '@/components/forms/action-button';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import type { Member } from '@/lib/actor';
import { type LeakReportShown, listLeakReports } from '@/lib/api-keys/reported/leak-reports';
import { dismissReports } from './actions';
import { LEAK_HELP } from './help';
import { reportInWords } from './report-in-words';

/** Which keys were reported as leaked, until their Owner puts that away or 30 days are over. */
export async function KeysReported({ actor }: { actor: Member }) {
  const { reports, more } = await listLeakReports(actor);
  if (reports.length === 0) return null;
  const t = await getTranslations('apiKeys.reported');
  const ids = reports.map(({ apiKey }) => apiKey.id);
  return (
    <div className="mt-4">
      <Notice tone="danger" title={t('titleOfMany', { count: reports.length + more })}>
        <ul className="divide-y divide-danger/20">
          {reports.map(({ apiKey, ...report }) => (
            <ReportOf key={apiKey.id} apiKey={apiKey} report={report} />
          ))}
        </ul>
        {more > 0 && <p className="mt-2">{t('more', { count: more })}</p>}
        <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <ActionButton
            action={dismissReports.bind(null, actor.workspaceId, ids)}
            label={t('dismiss')}
            variant="secondary"
          />
          <TextLink href={LEAK_HELP}>{t('help')}</TextLink>
        </div>
      </Notice>
    </div>
  );
}

type Reported = { apiKey: { id: string; name: string; hint: string }; report: LeakReportShown };

async function ReportOf({ apiKey: { id, name, hint }, report }: Reported) {
  const { what, source } = await reportInWords(report, hint);
  return (
    <li className="py-2">
      <TextLink href={`/api-keys/${id}`} prefetch={false}>
        <span translate="no">{name}</span>
      </TextLink>
      <p>{what}</p>
      <p>{source}</p>
    </li>
  );
}
