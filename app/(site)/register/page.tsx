import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/action-form';
import { NarrowPage } from '@/components/narrow-page';
import { TextLink } from '@/components/text-link';
import { getSessionIfUp } from '@/lib/auth/guards';
import { PROVIDERS } from '@/lib/sign-in/providers';
import { register } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('register');
  return { title: t('title'), description: t('lead') };
}

export default async function RegisterPage() {
  if (await getSessionIfUp()) redirect('/workspace');
  const t = await getTranslations('register');
  const fields = await getTranslations('fields');
  return (
    <NarrowPage
      title={t('title')}
      lead={t('lead')}
      footer={
        <>
          {PROVIDERS.length > 0 && <p>{t('orProvider')}</p>}
          <p>
            {t.rich('haveAccount', {
              link: (chunks) => <TextLink href="/sign-in">{chunks}</TextLink>,
            })}
          </p>
          <p>
            {t.rich('terms', {
              terms: (chunks) => <TextLink href="/legal/terms">{chunks}</TextLink>,
              privacy: (chunks) => <TextLink href="/legal/privacy">{chunks}</TextLink>,
            })}
          </p>
        </>
      }
    >
      <ActionForm
        id="register"
        action={register}
        submit={t('submit')}
        pending={t('pending')}
        layout="narrow"
        fields={[
          { name: 'name', label: fields('name'), autoComplete: 'name' },
          { name: 'email', label: fields('email'), type: 'email', autoComplete: 'email' },
        ]}
      />
    </NarrowPage>
  );
}
