import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { Section } from '@/app/(workspace)/_parts/section';
import { ActionForm } from '@/components/forms/action-form';
import { TextLink } from '@/components/text-link';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { getSettings } from '@/lib/workspaces/workspace/get-settings';
import { getLeakResponse } from '@/lib/workspaces/workspace/leak-response';
import { saveNewPlaceMails, saveWorkspace } from './actions';
import { KeyLifetime } from './key-lifetime';
import { LeakResponseForm } from './leak-response-form';
import { TeamAddress } from './team-address';
import { TimeZoneForm } from './time-zone-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.workspace'))('title') };
}

export default async function WorkspaceSettingsPage() {
  const { workspace, actor } = await requireOwner();
  const { timeZone, maxKeyDays, newPlaceMails } = await getSettings(actor);
  const newPlaces = await getTranslations('client.createKey.newPlaces');
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
        <TimeZoneForm workspaceId={workspace.id} timeZone={timeZone} />
      </Section>
      <Section title={t('keyLifetime.title')} lead={t('keyLifetime.lead')}>
        <KeyLifetime actor={actor} maxKeyDays={maxKeyDays} />
      </Section>
      <Section title={t('newPlaces.title')} lead={t('newPlaces.lead')}>
        <ActionForm
          id="new-places"
          action={saveNewPlaceMails.bind(null, workspace.id)}
          submit={t('newPlaces.submit')}
          pending={t('pending')}
          fields={[
            {
              name: 'newPlaceMails',
              label: t('newPlaces.label'),
              defaultValue: newPlaceMails ? 'on' : 'off',
              options: [
                { value: 'on', label: newPlaces('on') },
                { value: 'off', label: newPlaces('off') },
              ],
            },
          ]}
        />
      </Section>
      <Section title={t('team.title')} lead={t('team.lead')}>
        <TeamAddress actor={actor} />
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
