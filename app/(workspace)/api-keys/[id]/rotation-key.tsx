import { getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/text-link';
import type { Partner } from '@/lib/api-keys/api-key';
import { Time } from '../time';

type Props = {
  title: string;
  apiKey: Pick<Partner, 'id' | 'name' | 'hint' | 'lastUsedAt'>;
  /** whether the page is this key's own */
  isHere: boolean;
};

/** One of the two keys of a rotation. */
export async function RotationKey({ title, apiKey, isHere }: Props) {
  const t = await getTranslations('apiKeys.rotate.tracker');
  const { id, name, hint, lastUsedAt } = apiKey;
  return (
    <div className="min-w-0 p-5">
      <h3 className="text-sm text-muted">{title}</h3>
      <p translate="no" className="mt-1 font-medium wrap-anywhere">
        {isHere ? name : <TextLink href={`/api-keys/${id}`}>{name}</TextLink>}
      </p>
      <p translate="no" className="mt-0.5 font-mono text-sm text-muted">
        {hint}
      </p>
      <p className="mt-3 text-sm">
        <span className="text-muted">{t('lastRequest')}:</span>{' '}
        {lastUsedAt ? <Time date={lastUsedAt} format="relative" /> : t('none')}
      </p>
    </div>
  );
}
