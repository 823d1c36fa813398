import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TellZone } from '@/app/_preferences/tell-zone';
import { ClosedLink } from '@/app/(site)/_mailed-link/closed-link';
import { linkNameOf, readCode } from '@/app/(site)/_mailed-link/code';
import { OtherLink } from '@/app/(site)/_mailed-link/other-link';
import { AccountName } from '@/components/account-name';
import { ActionForm } from '@/components/forms/action-form';
import { NarrowPage } from '@/components/page/narrow-page';
import { findRegistration } from '@/lib/identity/sign-up/register';
import { workspaceName } from '@/lib/workspaces/workspace/schema';
import { confirm } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('register.confirm');
  return { title: t('title'), robots: { index: false } };
}

export default async function ConfirmRegistrationPage() {
  const code = await readCode();
  const registration = code && (await findRegistration(code));
  const t = await getTranslations('register.confirm');
  const fields = await getTranslations('fields');
  const page = '/register/confirm';
  if (!registration) {
    return <ClosedLink page={page} title={t('title')} code={code} again="/register" />;
  }
  const register = await getTranslations('register');
  const suggested = workspaceName.safeParse(
    register('firstWorkspace', { name: registration.name }),
  ).data;
  return (
    <NarrowPage
      title={t('title')}
      lead={t('lead', { email: registration.email })}
      footer={<OtherLink page={page} />}
    >
      <TellZone />
      <ActionForm
        id="confirm"
        action={confirm.bind(null, linkNameOf(code))}
        submit={t('submit')}
        pending={t('pending')}
        layout="narrow"
        before={<AccountName email={registration.email} />}
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
            defaultValue: suggested,
            autoComplete: 'organization',
          },
        ]}
      />
    </NarrowPage>
  );
}
