import { getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/text-link';
import type { KnownKey } from '@/lib/api-keys/leaving/keys-by-member';

/** How many keys are named; the list of keys has them all. */
const NAMED = 5;

/** The keys that a member holds, and those that they were shown, each as a way to it. */
export function KeysOf({ keys }: { keys: KnownKey[] }) {
  return (
    <>
      <Line kind="holds" keys={keys.filter(({ isHeld }) => isHeld)} />
      <Line kind="knows" keys={keys.filter(({ isHeld }) => !isHeld)} />
    </>
  );
}

async function Line({ kind, keys }: { kind: 'holds' | 'knows'; keys: KnownKey[] }) {
  if (keys.length === 0) return null;
  const t = await getTranslations('members.list');
  const more = keys.length - NAMED;
  return (
    <p className="mt-1 text-xs wrap-anywhere text-muted">
      <span>{`${t(kind)}:`}</span>{' '}
      {keys.slice(0, NAMED).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && <span>, </span>}
          <TextLink href={`/api-keys/${id}`} prefetch={false}>
            <span translate="no">{name}</span>
          </TextLink>
        </span>
      ))}
      {more > 0 && <span>{` ${t('more', { count: more })}`}</span>}
    </p>
  );
}
