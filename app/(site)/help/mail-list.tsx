import { getTranslations } from 'next-intl/server';
import { TermList } from '@/components/term-list';
import { MAIL_KINDS } from '@/lib/mail/write-mail';

/** What differs from mail to mail. */
const DIFFERENT = { topic: '…', provider: '…', workspace: '…' };

/** Every mail that the product sends, by its subject, and when it does. */
export async function MailList() {
  const t = await getTranslations('mail');
  return (
    <TermList
      terms={MAIL_KINDS.map((kind) => ({
        term: t(`${kind}.subject`, DIFFERENT),
        text: t(`${kind}.when`),
      }))}
    />
  );
}
