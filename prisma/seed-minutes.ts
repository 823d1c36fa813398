import { periodAt } from '@/lib/api-keys/usage/period';
import type { ApiKeyAddressHour, ApiKeyUsage } from './generated/client';

type ApiKeyHour = Pick<ApiKeyUsage, 'hour' | 'succeeded' | 'failed'>;

/** The last day of a key by the minute, evenly within each hour. */
export function minutesOf(
  hours: readonly ApiKeyHour[],
  { apiKeyId, address, now }: { apiKeyId: string; address: string; now: Date },
): ApiKeyAddressHour[] {
  const { starts } = periodAt(now, 'day');
  return starts.flatMap((hour) => {
    const counted = hours.filter((one) => one.hour.getTime() === hour.getTime());
    const all = counted.reduce((sum, one) => sum + one.succeeded + one.failed, 0);
    const until = (minute: number) => Math.floor((all * minute) / 60);
    const minutes = Array.from({ length: 60 }, (_, minute) => until(minute + 1) - until(minute));
    return all > 0 ? [{ apiKeyId, hour, address, minutes, elsewhere: 0 }] : [];
  });
}
