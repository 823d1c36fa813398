import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/action-form';
import { NarrowPage } from '@/components/narrow-page';
import { TextLink } from '@/components/text-link';
import { TokenField } from '@/components/token-field';
import { setPassword } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('resetPassword');
  return { title: t('title'), robots: { index: false } };
}

export default async function ResetPasswordPage() {
  const t = await getTranslations('resetPassword');
  const fields = await getTranslations('fields');
  const link = await getTranslations('mailedLink');
  return (
    <NarrowPage
      title={t('title')}
      lead={t('lead')}
      footer={
        <p>
          {t.rich('again', {
            link: (chunks) => <TextLink href="/forgot-password">{chunks}</TextLink>,
          })}
        </p>
      }
    >
      <ActionForm
        id="reset"
        action={setPassword}
        submit={t('submit')}
        pending={t('pending')}
        layout="narrow"
        before={<TokenField label={link('code')} hint={link('hint')} />}
        fields={[
          {
            name: 'password',
            label: fields('newPassword'),
            type: 'password',
            hint: fields('newPasswordHint'),
            autoComplete: 'new-password',
          },
        ]}
      />
    </NarrowPage>
  );
}
