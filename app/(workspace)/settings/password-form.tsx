import { getTranslations } from 'next-intl/server';
import { AccountName } from '@/components/account-name';
import { ActionForm } from '@/components/forms/action-form';
import { savePassword } from './actions';

export async function PasswordForm({ userId, email }: { userId: string; email: string }) {
  const t = await getTranslations('settings.password');
  const fields = await getTranslations('fields');
  return (
    <ActionForm
      id="password"
      action={savePassword.bind(null, userId)}
      submit={t('submit')}
      pending={t('pending')}
      before={<AccountName email={email} />}
      fields={[
        {
          name: 'currentPassword',
          label: fields('currentPassword'),
          type: 'password',
          autoComplete: 'current-password',
        },
        {
          name: 'password',
          label: fields('newPassword'),
          type: 'password',
          hint: fields('newPasswordHint'),
          autoComplete: 'new-password',
        },
      ]}
    />
  );
}
