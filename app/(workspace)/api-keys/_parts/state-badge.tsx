import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import { clockTime } from '@/app/_times/clock-time';
import { Badge, type Tone } from '@/components/badge';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import type { ApiKeyState } from '@/lib/api-keys/model/state';

const TONES: Record<ApiKeyState, Tone> = {
  active: 'success',
  rotating: 'warning',
  paused: 'warning',
  expired: 'neutral',
  retired: 'neutral',
  revoked: 'neutral',
};

const EXPIRES_SOON_MS = 14 * 86_400_000;

/** What a key is now, and until when if that is soon. */
export async function StateBadge({ apiKey }: { apiKey: ApiKey }) {
  const tone = (await expiresSoon(apiKey)) ? TONES.rotating : TONES[apiKey.state];
  return (
    <Badge tone={tone} className="sm:whitespace-nowrap group-has-data-revoked:hidden">
      {await labelOf(apiKey)}
    </Badge>
  );
}

async function labelOf(apiKey: ApiKey): Promise<string> {
  const t = await getTranslations('apiKeys.table.states');
  const format = await getFormatter();
  const { state, pausedUntil, retiresAt, retiresAfterUse, expiresAt } = apiKey;
  const now = await getNow();
  if (state === 'paused' && pausedUntil) {
    return t('pausedUntil', { time: await clockTime(pausedUntil) });
  }
  // Until the new key is used, nobody knows when; the ceiling would say too much.
  if (state === 'rotating' && retiresAt && !retiresAfterUse) {
    return t('retires', { in: format.relativeTime(retiresAt, now) });
  }
  if (expiresAt && (await expiresSoon(apiKey))) {
    return t('expires', { in: format.relativeTime(expiresAt, now) });
  }
  return t(state);
}

async function expiresSoon({ state, expiresAt }: ApiKey): Promise<boolean> {
  if (state !== 'active' || !expiresAt) return false;
  return expiresAt.getTime() - (await getNow()).getTime() < EXPIRES_SOON_MS;
}
