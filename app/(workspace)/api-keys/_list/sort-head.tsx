import { getTranslations } from 'next-intl/server';
import { ROLES } from '@/app/(workspace)/api-keys/_rows/roles';
import { Link } from '@/components/page/link';
import type { KeySort } from '@/lib/api-keys/read/list-query';
import { hrefOf, type KeysQuery } from './query';

type Props = {
  text: string;
  /** the orders that the head can give, the first one first */
  sorts: readonly [KeySort, KeySort];
  asked: KeysQuery;
  /** whether it can be clicked at all */
  isLink: boolean;
  className: string;
};

const ARIA = { asc: 'ascending', desc: 'descending' } as const;

/** The head of a column, which orders the list by it, and the other way round when it does so already. */
export async function SortHead({ text, sorts, asked, isLink, className }: Props) {
  const t = await getTranslations('apiKeys.list');
  const current = sorts.find((sort) => sort === asked.sort);
  const direction = current && (current.startsWith('-') ? 'desc' : 'asc');
  const next = current === sorts[0] ? sorts[1] : sorts[0];
  return (
    <th
      {...ROLES.columnHeader}
      scope="col"
      aria-sort={direction && ARIA[direction]}
      className={className}
    >
      {isLink ? (
        <Link
          href={hrefOf({ ...asked, sort: next })}
          prefetch={false}
          scroll={false}
          title={t(`sorts.${next}`)}
          className={`inline-flex min-h-8 items-center gap-1 rounded-control hover:text-ink ${current ? 'text-ink' : ''}`}
        >
          <span>{text}</span>
          <svg viewBox="0 0 12 12" className="size-3 fill-current" aria-hidden="true">
            {direction !== 'desc' && <path d="m6 1.5 2.8 3.5H3.2z" />}
            {direction !== 'asc' && <path d="M6 10.5 3.2 7h5.6z" />}
          </svg>
        </Link>
      ) : (
        text
      )}
    </th>
  );
}
