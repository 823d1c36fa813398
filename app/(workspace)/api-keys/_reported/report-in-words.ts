import { getTranslations } from 'next-intl/server';
import { toldWithUtc } from '@/app/_times/told';
import type { LeakReportShown } from '@/lib/api-keys/reported/leak-reports';

/** Who reported a key with that hint and when, what was done, and where it was found. */
export async function reportInWords(
  { reportedAt, sourceUrl, byGithub, response }: LeakReportShown,
  hint: string,
) {
  const t = await getTranslations('apiKeys.reported');
  const values = { hint, by: byGithub ? 'github' : 'anyone', done: response };
  return {
    what: t('what', { ...values, when: await toldWithUtc(reportedAt, 'minute') }),
    // A stranger chose the address: it is shown, and no link.
    source: sourceUrl ? t('source', { source: sourceUrl }) : t('noSource'),
  };
}
