import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/action-form';
import { NarrowPage } from '@/components/narrow-page';
import { TextLink } from '@/components/text-link';
import { TokenField } from '@/components/token-field';
import { confirm } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('register.confirm');
  return { title: t('title'), robots: { index: false } };
}

export default async function ConfirmRegistrationPage() {
  const t = await getTranslations('register.confirm');
  const fields = await getTranslations('fields');
  const link = await getTranslations('mailedLink');
  return (
    <NarrowPage
      title={t('title')}
      lead={t('lead')}
      footer={
        <p>
          {t.rich('again', { link: (chunks) => <TextLink href="/register">{chunks}</TextLink> })}
        </p>
      }
    >
      <ActionForm
        id="confirm"
        action={confirm}
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
          {
            name: 'workspace',
            label: fields('workspaceName'),
            hint: t('workspaceHint'),
            placeholder: 'Acme',
            autoComplete: 'organization',
          },
        ]}
      />
    </NarrowPage>
  );
}
