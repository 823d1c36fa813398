import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TellZone } from '@/app/_preferences/tell-zone';
import { ClosedLink } from '@/app/(site)/_mailed-link/closed-link';
import { linkNameOf, readCode } from '@/app/(site)/_mailed-link/code';
import { OtherLink } from '@/app/(site)/_mailed-link/other-link';
import { AccountName } from '@/components/account-name';
import { ActionForm } from '@/components/forms/action-form';
import { NarrowPage } from '@/components/page/narrow-page';
import { findPasswordReset } from '@/lib/identity/account/reset-password';
import { setPassword } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('resetPassword');
  return { title: t('title'), robots: { index: false } };
}

export default async function ResetPasswordPage() {
  const code = await readCode();
  const reset = code && (await findPasswordReset(code));
  const t = await getTranslations('resetPassword');
  const fields = await getTranslations('fields');
  const page = '/reset-password';
  if (!reset) {
    return <ClosedLink page={page} title={t('title')} code={code} again="/forgot-password" />;
  }
  return (
    <NarrowPage
      title={t('title')}
      lead={t('lead', { email: reset.user.email })}
      footer={<OtherLink page={page} />}
    >
      <TellZone />
      <ActionForm
        id="reset"
        action={setPassword.bind(null, linkNameOf(code))}
        submit={t('submit')}
        pending={t('pending')}
        layout="narrow"
        before={<AccountName email={reset.user.email} />}
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
