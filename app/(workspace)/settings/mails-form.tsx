import { getTranslations } from 'next-intl/server';
import { LocalMail } from '@/app/local-mail';
import { ActionForm } from '@/components/forms/action-form';
import { TextLink } from '@/components/text-link';
import { MUTABLE, type Mutable } from '@/lib/mail/mutable';
import { saveMails } from './actions';

type Props = { userId: string; wanted: Mutable[] };

/** Which mails about keys the person gets. */
export async function MailsForm({ userId, wanted }: Props) {
  const t = await getTranslations('settings.mails');
  return (
    <>
      <LocalMail />
      <ActionForm
        id="mails"
        action={saveMails.bind(null, userId)}
        submit={t('submit')}
        pending={t('pending')}
      >
        <fieldset>
          <legend className="mb-1.5 text-label">{t('legend')}</legend>
          {MUTABLE.map((kind) => (
            <label
              // A box that is there already ignores a new default.
              key={`${kind} ${wanted.includes(kind)}`}
              className="flex min-h-9 items-center gap-3"
            >
              <input
                type="checkbox"
                name="wanted"
                value={kind}
                defaultChecked={wanted.includes(kind)}
                autoComplete="off"
              />
              <span>{t(`kinds.${kind}`)}</span>
            </label>
          ))}
        </fieldset>
        <p className="text-sm">
          <TextLink href="/help/mails">{t('all')}</TextLink>
        </p>
      </ActionForm>
    </>
  );
}
