import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LocalMail } from '@/app/local-mail';
import { ActionForm } from '@/components/forms/action-form';
import type { FormAction } from '@/components/forms/form-action';
import { NarrowPage } from '@/components/page/narrow-page';

type Props = {
  email: string;
  /** what was sent, and how long its link works */
  lead: ReactNode;
  again: FormAction;
  /** sends it to another address */
  elsewhere: FormAction;
};

/** Says that a mail is on its way, and what to do if it does not come. */
export async function CheckEmail({ email, lead, again, elsewhere }: Props) {
  const t = await getTranslations('checkEmail');
  const fields = await getTranslations('fields');
  return (
    <NarrowPage title={t('title')} lead={lead}>
      <LocalMail />
      <p className="mb-4">{t('wait')}</p>
      <ActionForm
        id="again"
        action={again}
        submit={t('again')}
        pending={t('sending')}
        variant="secondary"
      />
      <h2 className="mt-10 mb-4 text-section">{t('elsewhere.title')}</h2>
      <ActionForm
        id="elsewhere"
        action={elsewhere}
        submit={t('elsewhere.submit')}
        pending={t('sending')}
        variant="secondary"
        fields={[
          {
            name: 'email',
            label: fields('email'),
            type: 'email',
            autoComplete: 'email',
            defaultValue: email,
          },
        ]}
      />
    </NarrowPage>
  );
}
