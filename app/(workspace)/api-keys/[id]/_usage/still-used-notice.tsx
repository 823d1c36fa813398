import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/page/notice';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { ifStillTried } from '@/lib/api-keys/read/ended-but-tried';

/** Says that something still sends a key that opens nothing. */
export async function StillTried({ apiKey }: { apiKey: ApiKey }) {
  const tried = await ifStillTried(apiKey);
  if (!tried) return null;
  const t = await getTranslations('apiKeys.usage.stillTried');
  const format = await getFormatter();
  const when = format.relativeTime(tried.lastAt, await getNow());
  return (
    <div className="mt-6">
      <Notice
        tone="warning"
        title={t('one', { count: tried.requests, address: tried.lastAddress })}
      >
        {t(apiKey.state === 'paused' ? 'paused' : 'ended', { when })}
      </Notice>
    </div>
  );
}
