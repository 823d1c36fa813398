import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';

/** @param excess how many keys must be revoked before one can be generated */
export async function NoRoom({ excess }: { excess: number }) {
  const t = await getTranslations('apiKeys.quota');
  return (
    <Notice tone="warning" title={t('full')}>
      {t.rich('makeRoom', {
        excess,
        plans: (text) => <TextLink href="/plans">{text}</TextLink>,
      })}
    </Notice>
  );
}
