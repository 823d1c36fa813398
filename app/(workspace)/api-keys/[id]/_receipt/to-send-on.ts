import { getTranslations } from 'next-intl/server';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { env } from '@/lib/env';
import { receiptOf } from './receipt-of';

type Told = {
  apiKey: ApiKey;
  /** its name */
  workspace: string;
  isLeaked: boolean;
  /** when and by whom it was ended */
  when: string;
  /** its last accepted request */
  last: string;
};

/** A receipt for somebody who may not be here, with the address at which its Owner finds it. */
export async function toSendOn({ apiKey, workspace, isLeaked, when, last }: Told): Promise<string> {
  const t = await getTranslations('apiKeys.receipt.sendOn');
  const { id, name, hint, state } = apiKey;
  // As they are: what marks them for reading would be copied along.
  return [
    t(isLeaked ? 'leaked' : 'ended', { name, hint, workspace }),
    t('at', { state, when }),
    t('last', { last }),
    t('where', { link: `${env.NEXTAUTH_URL}${receiptOf(id)}` }),
  ].join('\n');
}
