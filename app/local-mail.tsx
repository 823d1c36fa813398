import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/page/notice';
import { hasNoMailServer, localMailFolder } from '@/lib/mail/transport';

/**
 * Says where mails are that no mail server sends: to whoever tries Zendrhax on their own machine the
 * folder, and to all others that the operator has them.
 */
export async function LocalMail() {
  if (!localMailFolder && !hasNoMailServer) return null;
  const t = await getTranslations('checkEmail');
  return (
    <div className="mb-4">
      {localMailFolder ? (
        <Notice>
          {t.rich('local', {
            folder: localMailFolder,
            code: (chunks) => <code className="font-mono">{chunks}</code>,
          })}
        </Notice>
      ) : (
        <Notice tone="warning">{t('noMailServer')}</Notice>
      )}
    </div>
  );
}
