import { getFormatter, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/notice';
import type { ApiKey } from '@/lib/api-keys/api-key';

type Props = {
  keys: ApiKey[];
  /** how many there are on all pages */
  count: number;
};

/** Warns the Owner about keys that a former Owner created, and so has seen. */
export async function ForeignKeys({ keys, count }: Props) {
  if (keys.length === 0) return null;
  const t = await getTranslations('apiKeys.foreign');
  const format = await getFormatter();
  const makers = [...new Set(keys.map(({ createdBy }) => createdBy ?? t('someone')))];
  return (
    <Notice tone="warning" title={t('title', { count })}>
      {t('text', { count, names: format.list(makers) })}
    </Notice>
  );
}
