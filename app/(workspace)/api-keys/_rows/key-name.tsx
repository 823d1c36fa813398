import { getTranslations } from 'next-intl/server';
import { endOf } from '@/app/(workspace)/api-keys/_parts/end-of';
import { Link } from '@/components/page/link';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isReadOnly } from '@/lib/scopes';

export const nameIdOf = (id: string) => `key-${id}`;
export const hintIdOf = (id: string) => `key-${id}-hint`;

/** The way to a key's page, by its name. */
export const NameLink = ({ apiKey: { id, name } }: { apiKey: Pick<ApiKey, 'id' | 'name'> }) => (
  <Link
    id={nameIdOf(id)}
    href={`/api-keys/${id}`}
    prefetch={false}
    translate="no"
    className="rounded-control py-2 font-medium wrap-anywhere hover:underline"
  >
    {name}
  </Link>
);

/** The same by its hint, for a key of a rotation: the two share their name. */
export const HintLink = ({ apiKey: { id, hint } }: { apiKey: Pick<ApiKey, 'id' | 'hint'> }) => (
  <Link
    id={hintIdOf(id)}
    href={`/api-keys/${id}`}
    prefetch={false}
    translate="no"
    className="rounded-control py-1.5 font-mono text-xs underline decoration-line hover:decoration-current"
  >
    {hint}
  </Link>
);

type FactsProps = { apiKey: ApiKey; sharesName: boolean; isForeign?: boolean };

/** What else is to be known of a key, in small letters; most have nothing. */
export async function KeyFacts({ apiKey, sharesName, isForeign }: FactsProps) {
  const t = await getTranslations('apiKeys.table');
  const facts = [
    isReadOnly(apiKey.scopes) && t('readOnly'),
    await endOf(apiKey),
    sharesName && t('sharesName'),
    isForeign && t('notByYou'),
  ].filter(Boolean);
  if (facts.length === 0) return null;
  return <p className="text-xs wrap-anywhere text-muted">{facts.join(' · ')}</p>;
}
