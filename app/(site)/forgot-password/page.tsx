import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import { NarrowPage } from '@/components/page/narrow-page';
import { TextLink } from '@/components/text-link';
import { requestLink } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('forgotPassword');
  return { title: t('title'), description: t('lead') };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations('forgotPassword');
  const fields = await getTranslations('fields');
  return (
    <NarrowPage
      title={t('title')}
      lead={t('lead')}
      footer={
        <p>
          <TextLink href="/sign-in">{t('back')}</TextLink>
        </p>
      }
    >
      <ActionForm
        id="forgot"
        action={requestLink}
        submit={t('submit')}
        pending={t('pending')}
        layout="narrow"
        fields={[{ name: 'email', label: fields('email'), type: 'email', autoComplete: 'email' }]}
      />
    </NarrowPage>
  );
}
