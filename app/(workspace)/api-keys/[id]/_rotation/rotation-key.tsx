import { getTranslations } from 'next-intl/server';
import { Time } from '@/app/_times/time';
import { readUsageOf } from '@/app/(workspace)/api-keys/_parts/read-usage-of';
import { Sparkline } from '@/app/(workspace)/api-keys/_parts/sparkline';
import { TextLink } from '@/components/text-link';
import type { ApiKey, ProvedKey } from '@/lib/api-keys/model/api-key';
import { totalOf } from '@/lib/api-keys/usage/counts';

type Props = {
  title: string;
  apiKey: ProvedKey & Pick<ApiKey, 'name' | 'hint' | 'lastUsedAt'>;
  /** whether the page is this key's own */
  isHere: boolean;
};

/** One of the two keys of a rotation, with what used it lately. */
export async function RotationKey({ title, apiKey, isHere }: Props) {
  const t = await getTranslations('apiKeys.rotate.tracker');
  const { id, name, hint, lastUsedAt } = apiKey;
  const { buckets, recent } = await readUsageOf(apiKey, 'day');
  const hours = buckets.map(totalOf);
  const sum = (counts: number[]) => counts.reduce((all, one) => all + one, 0);
  const refused = sum(buckets.map((bucket) => bucket.refused));
  const address = recent.find(({ outcome }) => outcome !== 'refused')?.address;
  return (
    <div className="min-w-0 p-5">
      <h3 className="text-label text-muted">{title}</h3>
      <p translate="no" className="mt-1 font-medium wrap-anywhere">
        {isHere ? name : <TextLink href={`/api-keys/${id}`}>{name}</TextLink>}
      </p>
      <p translate="no" className="mt-0.5 font-mono text-sm text-muted">
        {hint}
      </p>
      <p className="mt-3 text-sm">
        <span className="text-muted">{`${t('lastRequest')}:`}</span>{' '}
        {lastUsedAt ? <Time date={lastUsedAt} format="relative" /> : <span>{t('none')}</span>}
        {lastUsedAt && address && (
          <span className="text-muted">{` ${t('from', { address })}`}</span>
        )}
      </p>
      <Sparkline day={{ hours, requests: sum(hours), refused }} />
    </div>
  );
}
