import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import type { Actor } from '@/lib/actor';
import { endedButTried, type TriedKey } from '@/lib/api-keys/read/ended-but-tried';
import { isolated } from '@/lib/i18n/isolated';

/** How many keys open nothing and are sent all the same, as a way to them. */
export async function StillTriedKeys({ actor }: { actor: Actor }) {
  const tried = await endedButTried(actor);
  if (tried.length === 0) return null;
  const isPaused = ({ state }: TriedKey) => state === 'paused';
  return (
    <div className="mt-6">
      <Notice tone="warning">
        <Line keys={tried.filter((key) => !isPaused(key))} state="ended" />
        <Line keys={tried.filter(isPaused)} state="paused" />
      </Notice>
    </div>
  );
}

type LineProps = { keys: TriedKey[]; state: 'ended' | 'paused' };

async function Line({ keys, state }: LineProps) {
  const [first, ...others] = keys;
  if (!first) return null;
  const t = await getTranslations('apiKeys.usage.triedKeys');
  const isOne = others.length === 0;
  const href = isOne ? `/api-keys/${first.id}` : `/api-keys?state=${state}`;
  return (
    <p>
      <TextLink href={href} prefetch={false}>
        {t(state, { count: keys.length })}
      </TextLink>
      {isOne && <span>{` ${t('which', isolated({ name: first.name }))}`}</span>}
    </p>
  );
}
