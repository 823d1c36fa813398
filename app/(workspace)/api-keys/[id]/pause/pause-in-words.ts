import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import { clockTimeWithUtc } from '@/app/_times/clock-time';
import type { ApiKey } from '@/lib/api-keys/model/api-key';

/** Until when a paused key is refused, in a sentence. */
export async function pauseInWords({ pausedUntil: end }: ApiKey): Promise<string> {
  const t = await getTranslations('apiKeys.pause');
  if (!end) return t('untilResumed');
  const format = await getFormatter();
  return t('until', {
    time: await clockTimeWithUtc(end),
    in: format.relativeTime(end, await getNow()),
  });
}
