import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { Section } from '@/app/(workspace)/_parts/section';
import { ActionForm } from '@/components/forms/action-form';
import { TextLink } from '@/components/text-link';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { getTimeZone } from '@/lib/workspaces/workspace/get-time-zone';
import { getLeakResponse } from '@/lib/workspaces/workspace/leak-response';
import { saveWorkspace } from '../actions';
import { LeakResponseForm } from './leak-response-form';
import { TimeZoneForm } from './time-zone-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.workspace'))('title') };
}

export default async function WorkspaceSettingsPage() {
  const { workspace, actor } = await requireOwner();
  const t = await getTranslations('settings.workspace');
  const fields = await getTranslations('fields');
  return (
    <>
      <HeaderFollows workspaceId={workspace.id} />
      <h1 className="text-title">{t('title')}</h1>
      <Section title={t('name.title')} lead={t('name.lead')}>
        <ActionForm
          id="workspace"
          action={saveWorkspace.bind(null, workspace.id)}
          submit={t('submit')}
          pending={t('pending')}
          fields={[
            {
              name: 'name',
              label: fields('workspaceName'),
              defaultValue: workspace.name,
              autoComplete: 'off',
            },
          ]}
        />
      </Section>
      <Section title={t('timeZone.title')} lead={t('timeZone.lead')}>
        <TimeZoneForm workspaceId={workspace.id} timeZone={await getTimeZone(actor)} />
      </Section>
      <Section title={t('whenReported.title')} lead={t('whenReported.lead')}>
        <LeakResponseForm workspaceId={workspace.id} whenReported={await getLeakResponse(actor)} />
      </Section>
      <Section title={t('plan.title')}>
        <p>{t('plan.current', { plan: workspace.planName })}</p>
        <p className="mt-2">
          <TextLink href="/plans">{t('plan.link')}</TextLink>
        </p>
      </Section>
      <Section title={t('owner.title')}>
        <p>{t('owner.text')}</p>
        <p className="mt-2">
          <TextLink href="/members">{t('owner.link')}</TextLink>
        </p>
      </Section>
    </>
  );
}
