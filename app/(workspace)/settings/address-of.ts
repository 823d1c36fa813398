import { getTranslations } from 'next-intl/server';
import type { SessionSummary } from '@/lib/identity/sessions/sessions';

/** What lib/request/client-address.ts makes of the machine itself. */
const LOOPBACK = ['127.0.0.1', '::/64'];

/** Where a session was begun, in words if it was on this machine; empty when that is not known. */
export async function addressOf({ address }: SessionSummary): Promise<string> {
  const t = await getTranslations('settings.sessions');
  return LOOPBACK.includes(address) ? t('thisComputer') : address;
}
