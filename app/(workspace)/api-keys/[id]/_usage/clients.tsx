import { getFormatter, getTranslations } from 'next-intl/server';
import { Time } from '@/app/_times/time';
import type { ApiKeyClient, ApiKeyUsage } from '@/lib/api-keys/read/read-usage';
import { comesFromAnywhere } from '@/lib/api-keys/usage/clients/somewhere-new';
import { env } from '@/lib/env';
import { Folded } from './folded';
import { Cell, Head, Table, WIDE } from './table';

const SHOWN = 10;

/** Who sends requests with the key. */
export async function Clients({ usage: { clients, others } }: { usage: ApiKeyUsage }) {
  if (clients.length === 0) return null;
  const t = await getTranslations('apiKeys.usage.clients');
  const rest = clients.slice(SHOWN);
  return (
    <section aria-labelledby="clients">
      <h3 id="clients" className="text-card">
        {t('title')}
      </h3>
      <div className="mt-3">
        <ClientTable clients={clients.slice(0, SHOWN)} />
      </div>
      {rest.length > 0 && (
        <Folded summary={t('more', { count: rest.length })}>
          <ClientTable clients={rest} />
        </Folded>
      )}
      <p className="mt-2 text-xs text-muted">
        {[
          ...(others > 0 ? [t('others', { count: others })] : []),
          ...(others > 0 || comesFromAnywhere(clients) ? [t('anywhere')] : []),
          t('kept', { days: env.USE_RETENTION_DAYS }),
        ].join(' ')}
      </p>
    </section>
  );
}

async function ClientTable({ clients }: { clients: ApiKeyClient[] }) {
  const t = await getTranslations('apiKeys.usage');
  const format = await getFormatter();
  return (
    <Table
      caption={t('clients.title')}
      columns={[
        { title: t('clients.client') },
        { title: t('clients.first'), className: WIDE },
        { title: t('clients.last') },
        { title: t('total') },
      ]}
    >
      {clients.map(({ address, agent, firstSeenAt, lastSeenAt, requests }) => (
        <tr key={`${address} ${agent}`} className="align-top">
          <Head>
            <span translate="no" className="font-medium">
              {agent || t('clients.unnamed')}
            </span>
            <span translate="no" className="mt-0.5 block font-mono text-xs text-muted">
              {address}
            </span>
          </Head>
          <Cell className={`text-muted ${WIDE}`}>
            <Time date={firstSeenAt} format="second" />
          </Cell>
          <Cell className="text-muted">
            <Time date={lastSeenAt} format="second" />
          </Cell>
          <Cell className="tabular-nums">{format.number(requests)}</Cell>
        </tr>
      ))}
    </Table>
  );
}
