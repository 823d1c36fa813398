import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isLive } from '@/lib/api-keys/model/state';
import { placeInWords } from './place-in-words';

/** That a key was used from somewhere new, until its Owner says that this is fine. */
export async function NewPlace({ apiKey }: { apiKey: ApiKey }) {
  const place = await placeInWords(apiKey);
  if (!place || !isLive(apiKey.state)) return null;
  const t = await getTranslations('apiKeys.newPlace');
  return (
    <div className="mt-4 max-w-[44rem]">
      <Notice tone="warning" title={t('heading')}>
        <span>{place}</span>{' '}
        <TextLink href={`/api-keys/${apiKey.id}/new-place`}>{t('look')}</TextLink>
      </Notice>
    </div>
  );
}
