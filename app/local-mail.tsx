import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/page/notice';
import { localMailFolder } from '@/lib/mail/transport';

/** Tells whoever tries Zendrhax on their own machine where its mails are. Nobody else sees it. */
export async function LocalMail() {
  if (!localMailFolder) return null;
  const t = await getTranslations('checkEmail');
  return (
    <div className="mb-4">
      <Notice>
        {t.rich('local', {
          folder: localMailFolder,
          code: (chunks) => <code className="font-mono">{chunks}</code>,
        })}
      </Notice>
    </div>
  );
}
