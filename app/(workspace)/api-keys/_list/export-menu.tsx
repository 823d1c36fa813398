import { getTranslations } from 'next-intl/server';
import { LinkMenu } from '@/components/dialogs/link-menu';
import type { KeysQuery } from './query';

/** What the list has, on all its pages, as a file. */
export async function ExportMenu({ query }: { query: KeysQuery }) {
  const t = await getTranslations('apiKeys.list.export');
  const search = new URLSearchParams(query as Record<string, string>);
  const as = (format: string) =>
    `/api-keys/export?${new URLSearchParams([...search, ['format', format]])}`;
  return (
    <LinkMenu id="export-keys" trigger={t('trigger')}>
      <a href={as('csv')} download>
        {t('csv')}
      </a>
      <a href={as('json')} download>
        {t('json')}
      </a>
    </LinkMenu>
  );
}
