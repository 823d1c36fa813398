import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { clockTimeWithUtc } from '@/app/_times/clock-time';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import type { ApiKey, Partner } from '@/lib/api-keys/model/api-key';
import { isLive } from '@/lib/api-keys/model/state';
import { roleOf } from '@/lib/api-keys/rotation/rotation';
import { RotationActions } from './rotation-actions';
import { RotationKey } from './rotation-key';

const IDLE_MS = 2 * 3_600_000;

/** The rotation that a key is in, with both keys side by side; or what came of the last one. */
export async function Rotation({ apiKey }: { apiKey: ApiKey }) {
  const { id, workspaceId, replaces, replacedBy } = apiKey;
  const role = roleOf(apiKey);
  const pair =
    role === 'old' && replacedBy
      ? { old: apiKey, next: replacedBy }
      : role === 'new' && replaces && { old: replaces, next: apiKey };
  if (!pair) return <Aftermath apiKey={apiKey} />;
  const { old, next } = pair;
  const t = await getTranslations('apiKeys.rotate.tracker');
  const words = { id: old.id, workspaceId, hint: old.hint, next: { id: next.id, hint: next.hint } };
  return (
    <section
      aria-labelledby="rotation"
      className="rounded-panel border border-line bg-surface shadow-raised"
    >
      <div className="border-b border-line p-5">
        <h2 id="rotation" className="text-section">
          {t('title')}
        </h2>
        <p className="mt-1 text-sm text-muted">{await endOf(old)}</p>
      </div>
      <div className="grid divide-line max-sm:divide-y sm:grid-cols-2 sm:divide-x">
        <RotationKey title={t('old')} apiKey={old} isHere={old.id === id} />
        <RotationKey title={t('new')} apiKey={next} isHere={next.id === id} />
      </div>
      <div className="grid gap-4 border-t border-line p-5">
        <SafeToRetire old={old} next={next} />
        <RotationActions pair={words} canRetire />
      </div>
    </section>
  );
}

/** Whether anything still uses the old key. */
async function SafeToRetire({ old, next }: { old: Known; next: Known }) {
  const t = await getTranslations('apiKeys.rotate.tracker');
  const [format, now] = [await getFormatter(), await getNow()];
  const { lastUsedAt, hint } = old;
  if (!next.lastUsedAt) return <Notice>{t('unusedNew', { hint })}</Notice>;
  if (!lastUsedAt) return <Notice tone="success">{t('unusedOld')}</Notice>;
  if (now.getTime() - lastUsedAt.getTime() >= IDLE_MS) {
    return <Notice tone="success">{t('idle')}</Notice>;
  }
  return (
    <Notice tone="warning">{t('inUse', { ago: format.relativeTime(lastUsedAt, now) })}</Notice>
  );
}

/** A rotation whose new key has ended before the old one, or one that is over. */
async function Aftermath({ apiKey }: { apiKey: ApiKey }) {
  const t = await getTranslations('apiKeys.rotate.tracker');
  const { id, workspaceId, hint, state, retiresAt, replaces, replacedBy } = apiKey;
  if (isLive(state) && retiresAt && replacedBy) {
    const rotate = (text: ReactNode) => <TextLink href={`/api-keys/${id}/rotate`}>{text}</TextLink>;
    const next = { id: replacedBy.id, hint: replacedBy.hint };
    const values = { hint: next.hint, ...(await timeOf(retiresAt)), rotate };
    return (
      <section aria-label={t('title')} className="grid gap-4">
        <Notice tone="warning" title={t('alone.title')}>
          {t.rich('alone.text', values)}
        </Notice>
        <RotationActions pair={{ id, workspaceId, hint, next }} />
      </section>
    );
  }
  const line = (kind: 'replaces' | 'replacedBy', other: Partner) => (
    <p>
      {t.rich(kind, {
        hint: other.hint,
        key: (text) => <TextLink href={`/api-keys/${other.id}`}>{text}</TextLink>,
      })}
    </p>
  );
  if (!replaces && !replacedBy) return null;
  return (
    <div className="text-sm text-muted">
      {replaces && line('replaces', replaces)}
      {replacedBy && line('replacedBy', replacedBy)}
    </div>
  );
}

type Known = Pick<Partner, 'lastUsedAt' | 'hint'>;

/** When the old key retires, in a sentence. */
async function endOf({
  retiresAt,
  retiresAfterUse,
}: Pick<ApiKey, 'retiresAt' | 'retiresAfterUse'>) {
  const t = await getTranslations('apiKeys.rotate.tracker');
  if (!retiresAt) return null;
  const when = await timeOf(retiresAt);
  return retiresAfterUse ? t('afterUse', when) : t('at', when);
}

async function timeOf(at: Date) {
  const format = await getFormatter();
  return { in: format.relativeTime(at, await getNow()), time: await clockTimeWithUtc(at) };
}
