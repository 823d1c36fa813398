import { getTranslations } from 'next-intl/server';
import { Time } from '@/app/_times/time';
import type { RecentRequest } from '@/lib/api-keys/usage/recent';
import { Cell, Head, Table, WIDE } from './table';

/** The answers that an Owner may have to look into stand out, and say why in words. */
const TONES: Record<RecentRequest['outcome'], string> = {
  succeeded: 'text-success',
  failed: 'text-warning',
  rateLimited: 'text-warning',
  errored: 'text-danger',
  refused: 'text-danger',
};

/** Single requests. On a narrow screen their facts are below what they asked for. */
export async function RequestTable({ requests }: { requests: RecentRequest[] }) {
  const t = await getTranslations('apiKeys.usage.last');
  return (
    <Table
      caption={t('title')}
      columns={[
        { title: t('endpoint') },
        { title: t('answer') },
        { title: t('time'), className: WIDE },
        { title: t('address'), className: WIDE },
        { title: t('id'), className: WIDE },
      ]}
    >
      {requests.map(({ requestId, at, endpoint, status, outcome, address }) => (
        <tr key={requestId} className="align-top">
          <Head>
            <span translate="no">{endpoint}</span>
            <span className="mt-1 block text-xs text-muted @2xl:hidden">
              <Time date={at} format="second" /> <span>{`· ${address}`}</span>
              <span translate="no" className="mt-0.5 block font-mono">
                {requestId}
              </span>
            </span>
          </Head>
          <Cell className={TONES[outcome]}>
            <span className="font-medium tabular-nums">{status}</span>{' '}
            <span>{t(`outcomes.${outcome}`)}</span>
          </Cell>
          <Cell className={`text-muted ${WIDE}`}>
            <Time date={at} format="second" />
          </Cell>
          <Cell className={`wrap-anywhere text-muted ${WIDE}`}>{address}</Cell>
          <Cell className={`font-mono text-xs wrap-anywhere text-muted ${WIDE}`}>
            <span translate="no">{requestId}</span>
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
