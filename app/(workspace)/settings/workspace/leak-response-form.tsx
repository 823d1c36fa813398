import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import { TextLink } from '@/components/text-link';
import type { LeakResponse } from '@/prisma/generated/enums';
import { saveLeakResponse } from './actions';

type Props = { workspaceId: string; whenReported: LeakResponse };

/** What is done with a key that somebody reports as leaked. */
export async function LeakResponseForm({ workspaceId, whenReported }: Props) {
  const t = await getTranslations('settings.workspace');
  return (
    <>
      <ActionForm
        id="leaked"
        action={saveLeakResponse.bind(null, workspaceId)}
        submit={t('whenReported.submit')}
        pending={t('pending')}
        fields={[
          {
            name: 'whenReported',
            label: t('whenReported.label'),
            hint: t('whenReported.hint'),
            defaultValue: whenReported,
            options: [
              { value: 'REVOKE', label: t('whenReported.revoke') },
              { value: 'PAUSE', label: t('whenReported.pause') },
            ],
          },
        ]}
      />
      <p className="mt-2 text-sm">
        <TextLink href="/help/keeping-keys-safe#report-a-key">{t('whenReported.help')}</TextLink>
      </p>
    </>
  );
}
