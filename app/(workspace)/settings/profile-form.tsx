import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import { saveProfile } from './actions';

export async function ProfileForm({ userId, name }: { userId: string; name: string }) {
  const t = await getTranslations('settings.profile');
  const fields = await getTranslations('fields');
  return (
    <ActionForm
      id="profile"
      action={saveProfile.bind(null, userId)}
      submit={t('submit')}
      pending={t('pending')}
      fields={[
        {
          name: 'name',
          label: fields('name'),
          hint: t('hint'),
          autoComplete: 'name',
          defaultValue: name,
        },
      ]}
    />
  );
}
