import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import { clockTime } from '@/app/(workspace)/api-keys/_parts/clock-time';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import type { ApiKey } from '@/lib/api-keys/model/api-key';

/** Until when a paused key is refused, and where to change that. */
export async function PauseNotice({ apiKey }: { apiKey: ApiKey }) {
  if (apiKey.state !== 'paused') return null;
  const t = await getTranslations('apiKeys.pause');
  return (
    <div className="mt-6">
      <Notice tone="warning">
        <span>{await pausedUntil(apiKey)}</span>{' '}
        <TextLink href={`/api-keys/${apiKey.id}/pause`} prefetch={false}>
          {t('change')}
        </TextLink>
      </Notice>
    </div>
  );
}

/** Until when a paused key is refused, in a sentence. */
export async function pausedUntil({ pausedUntil: end }: ApiKey): Promise<string> {
  const t = await getTranslations('apiKeys.pause');
  if (!end) return t('untilResumed');
  const format = await getFormatter();
  return t('until', {
    time: await clockTime(end),
    in: format.relativeTime(end, await getNow()),
  });
}
