import { getTranslations } from 'next-intl/server';
import { listAt } from '@/app/(workspace)/api-keys/_list/query';
import { knownBy } from '@/app/(workspace)/api-keys/_parts/known-by';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import type { Member } from '@/lib/actor';
import { countApiKeys } from '@/lib/api-keys/read/count-api-keys';
import { listApiKeys } from '@/lib/api-keys/read/list-api-keys';

/** How many are named; the list has them all. */
const LISTED = 20;

/** Warns the Owner about keys that somebody knows who has left, or is no longer Owner, and leads to Rotate. */
export async function KnownToOthers({ actor }: { actor: Member }) {
  const [{ keys }, { known_to_others: count }] = await Promise.all([
    listApiKeys(actor, { state: 'known_to_others', sort: 'name' }, LISTED),
    countApiKeys(actor),
  ]);
  if (count === 0) return null;
  const t = await getTranslations('apiKeys.known');
  return (
    <Notice tone="warning" title={t('title', { count })}>
      <p>{t('text')}</p>
      <ul className="mt-2 divide-y divide-line">
        {keys.map(({ id, name, hint, ...apiKey }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 py-1.5 first:pt-0 last:pb-0"
          >
            <span className="min-w-0">
              <span id={`known-${id}`} translate="no" className="font-medium wrap-anywhere">
                {name}
              </span>{' '}
              <span translate="no" className="font-mono text-xs">
                {hint}
              </span>
              <br />
              <span className="text-xs wrap-anywhere">{knownBy(apiKey)}</span>
            </span>
            <TextLink
              id={`rotate-${id}`}
              aria-labelledby={`rotate-${id} known-${id}`}
              href={`/api-keys/${id}/rotate`}
              prefetch={false}
            >
              {t('rotate')}
            </TextLink>
          </li>
        ))}
      </ul>
      {count > 1 && (
        <p className="mt-2">
          <TextLink href="/api-keys/rotate">{t('checklist', { count })}</TextLink>
        </p>
      )}
      {count > keys.length && (
        <p className="mt-2">
          <TextLink href={listAt({ state: 'known_to_others' })}>
            {t('more', { count: count - keys.length })}
          </TextLink>
        </p>
      )}
    </Notice>
  );
}
