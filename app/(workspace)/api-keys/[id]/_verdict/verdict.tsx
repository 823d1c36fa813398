import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { consequenceOf } from '@/app/(workspace)/api-keys/_parts/consequence';
import { holderInWords } from '@/app/(workspace)/api-keys/_parts/holder-in-words';
import { readUsageOf } from '@/app/(workspace)/api-keys/_parts/read-usage-of';
import { remainsOf } from '@/app/(workspace)/api-keys/_parts/remains-of';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isLive } from '@/lib/api-keys/model/state';
import { lastDayIn } from '@/lib/api-keys/read/last-day';
import { verdictOf } from '@/lib/api-keys/read/verdict';
import { isolated } from '@/lib/i18n/isolated';
import { usageInWords } from './usage-in-words';

/**
 * Who uses a key, who has it, and what a revocation would stop: all else on its page is the evidence.
 */
export async function Verdict({ apiKey }: { apiKey: ApiKey }) {
  return (
    <p className="mt-4 max-w-[44rem] text-lead leading-7 wrap-anywhere group-has-data-revoked:invisible">
      <span>{await usageInWords(apiKey)}</span> <span>{await whoHasIt(apiKey)}</span>{' '}
      <span>{await whatStops(apiKey)}</span>
    </p>
  );
}

async function whoHasIt(apiKey: ApiKey): Promise<ReactNode> {
  const t = await getTranslations('apiKeys.verdict.holder');
  const { createdBy, isOwners } = apiKey;
  const holder = await holderInWords(apiKey);
  if (holder) {
    const tone = apiKey.holder?.hasLeft ? 'text-warning' : '';
    const mark = (name: ReactNode) => <strong className={`font-semibold ${tone}`}>{name}</strong>;
    return t.rich('named', { holder, mark });
  }
  if (isOwners) return t('yours');
  return createdBy ? t('shown', isolated({ name: createdBy })) : t('unknown');
}

async function whatStops(apiKey: ApiKey): Promise<string> {
  const t = await getTranslations('apiKeys.verdict.shut');
  if (!isLive(apiKey.state)) {
    const day = lastDayIn(await readUsageOf(apiKey, 'day'));
    return verdictOf(apiKey, day).kind === 'tried' ? t('tried') : t('untried');
  }
  if (apiKey.state === 'paused') return t('paused');
  const remains = await remainsOf(apiKey);
  const consequence = await consequenceOf(apiKey, 'revoke');
  return remains ? `${consequence} ${remains}` : consequence;
}
