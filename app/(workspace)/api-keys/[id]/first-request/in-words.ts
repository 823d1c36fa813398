import { getTranslations } from 'next-intl/server';
import type { FirstRequest } from '@/app/(workspace)/api-keys/_parts/ask-first-request';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { firstRequest } from '@/lib/api-keys/read/first-request';

/** How the first request with a key went, or why it was refused; null while there was none. */
export async function firstRequestInWords(apiKey: ApiKey): Promise<FirstRequest | null> {
  const request = await firstRequest(apiKey);
  if (!request) return null;
  const t = await getTranslations('apiKeys.firstRequest');
  const { endpoint, status, outcome } = request;
  const why =
    outcome === 'failed' && status === 403
      ? 'scope'
      : outcome === 'succeeded'
        ? 'received'
        : outcome;
  return {
    isReceived: why === 'received',
    text: t(why, { endpoint, status, state: apiKey.state }),
  };
}
