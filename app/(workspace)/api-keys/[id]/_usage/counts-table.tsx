import { getFormatter, getTranslations } from 'next-intl/server';
import { notSucceeded } from '@/app/(workspace)/api-keys/_parts/counts-in-words';
import { type Counts, totalOf } from '@/lib/api-keys/usage/counts';
import { Cell, Head, Table } from './table';

type Props = {
  caption: string;
  /** of the first column */
  title: string;
  rows: { head: string; counts: Counts }[];
};

/** Numbers of requests, and how many of them did not succeed. */
export async function CountsTable({ caption, title, rows }: Props) {
  const t = await getTranslations('apiKeys.usage');
  const format = await getFormatter();
  const told = await Promise.all(
    rows.map(async (row) => ({ ...row, failures: await notSucceeded(row.counts) })),
  );
  return (
    <Table
      caption={caption}
      columns={[{ title }, { title: t('total') }, { title: t('endpoints.notSucceeded') }]}
    >
      {told.map(({ head, counts, failures }) => (
        <tr key={head} className="align-top">
          <Head>{head}</Head>
          <Cell className="tabular-nums">{format.number(totalOf(counts))}</Cell>
          <Cell className={failures.length > 0 ? '' : 'text-muted'}>
            {failures.join(', ') || t('endpoints.none')}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
