import { getFormatter, getTranslations } from 'next-intl/server';
import { without } from '@/app/(workspace)/_parts/list-address';
import { ButtonLink } from '@/components/button-link';
import { Link } from '@/components/page/link';
import type { KeyRows } from '@/lib/api-keys/read/list-key-rows';
import { PAGE_SIZES } from '@/lib/api-keys/read/list-query';
import { type KeysQuery, listAt } from './query';

type Props = {
  found: KeyRows;
  /** what is asked for, without its page */
  asked: KeysQuery;
  isFirst: boolean;
};

/** Which part of the list this page is, the ways to the others, and how long a page may be. */
export async function KeyPager({ found, asked, isFirst }: Props) {
  const { rows, first, total, nextCursor, previousCursor } = found;
  const [smallest] = PAGE_SIZES;
  if (total <= Number(smallest) && isFirst) return null;
  const t = await getTranslations('apiKeys.list');
  const format = await getFormatter();
  const [from, to, of] = [first, first + rows.length - 1, total].map((it) => format.number(it));
  const size = asked.size ?? smallest;
  const steps: { text: string; query: KeysQuery }[] = [];
  if (!isFirst) steps.push({ text: t('first'), query: {} });
  if (previousCursor) {
    steps.push({ text: t('previous'), query: { cursor: previousCursor, from: 'end' } });
  }
  if (nextCursor) {
    steps.push({ text: t('next'), query: { cursor: nextCursor } });
    steps.push({ text: t('last'), query: { from: 'end' } });
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-muted">
        <p className="tabular-nums">{t('range', { from: `${from}`, to: `${to}`, of: `${of}` })}</p>
        <ul aria-label={t('sizes')} className="flex items-center">
          {PAGE_SIZES.map((each) => (
            <li key={each}>
              <Link
                href={listAt(
                  each === smallest ? without(asked, ['size']) : { ...asked, size: each },
                )}
                prefetch={false}
                aria-label={t('size', { size: Number(each) })}
                aria-current={each === size || undefined}
                className="grid size-8 place-items-center rounded-control hover:text-ink aria-[current=true]:font-semibold aria-[current=true]:text-ink"
              >
                {each}
              </Link>
            </li>
          ))}
          <li aria-hidden="true" className="ml-1">
            {t('perPage')}
          </li>
        </ul>
      </div>
      <nav aria-label={t('pages')} className="flex flex-wrap gap-2">
        {steps.map(({ text, query }) => (
          <ButtonLink
            key={text}
            href={listAt({ ...asked, ...query })}
            prefetch={false}
            variant="secondary"
          >
            {text}
          </ButtonLink>
        ))}
      </nav>
    </div>
  );
}
