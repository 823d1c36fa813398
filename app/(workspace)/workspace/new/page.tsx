import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { ActionForm } from '@/components/forms/action-form';
import { NarrowPage } from '@/components/page/narrow-page';
import { requireSession } from '@/lib/identity/sessions/guards';
import { addWorkspace } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspaces.new'))('title') };
}

export default async function NewWorkspacePage() {
  const { workspace, user } = await requireSession();
  const t = await getTranslations('workspaces.new');
  const fields = await getTranslations('fields');
  return (
    <NarrowPage title={t('title')} lead={t('lead')}>
      <HeaderFollows workspaceId={workspace?.id} />
      <ActionForm
        id="workspace"
        action={addWorkspace.bind(null, user.id)}
        submit={t('submit')}
        pending={t('pending')}
        layout="narrow"
        fields={[
          {
            name: 'name',
            label: fields('workspaceName'),
            placeholder: 'Acme',
            autoComplete: 'off',
          },
        ]}
      />
    </NarrowPage>
  );
}
