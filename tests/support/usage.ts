import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import type { Actor } from '@/lib/actor';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { readUsage } from '@/lib/api-keys/read/read-usage';
import { countUsage } from '@/lib/api-keys/usage/count-usage';
import type { UsagePeriod } from '@/lib/api-keys/usage/period';

type Given = Partial<Parameters<typeof countUsage>[0]> & { at?: number; times?: number };

/** Counts requests as if they had been made with a key, at a time in milliseconds since 1970. */
export function use(apiKeyId: string, { at, times = 1, ...given }: Given = {}): void {
  if (at) vi.useFakeTimers({ toFake: ['Date'], now: at });
  for (let time = 0; time < times; time++) {
    countUsage({
      ...{
        key: { id: apiKeyId, workspaceId: 'one' },
        isRefused: false,
        isElsewhere: false,
        method: 'GET',
        route: '/api/me',
        status: 200,
      },
      ...{ requestId: randomUUID(), address: '203.0.113.7', userAgent: 'curl/8.5.0' },
      ...given,
    });
  }
  if (at) vi.useRealTimers();
}

/** What the page of a key tells of its use. */
export async function usageOf(actor: Actor, apiKeyId: unknown, period: UsagePeriod) {
  return readUsage(await getApiKey(actor, apiKeyId), period);
}
