import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LocaleSwitch } from '@/app/_preferences/locale-switch';
import { ThemeSwitch } from '@/app/_preferences/theme-switch';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { Section } from '@/app/(workspace)/_parts/section';
import { TextLink } from '@/components/text-link';
import { isolated } from '@/lib/i18n/isolated';
import { listWantedMails } from '@/lib/identity/account/choose-mails';
import { listProviders } from '@/lib/identity/providers/list-providers';
import { requireSession } from '@/lib/identity/sessions/guards';
import { listSessions } from '@/lib/identity/sessions/sessions';
import { MailsForm } from './mails-form';
import { OwnZoneForm } from './own-zone-form';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';
import { ProviderList } from './provider-list';
import { SessionList } from './session-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsPage() {
  const session = await requireSession();
  const sessions = await listSessions(session);
  const { providers, hasPassword } = await listProviders(session);
  const t = await getTranslations('settings');
  return (
    <>
      <HeaderFollows workspaceId={session.workspace?.id} />
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-1 text-muted">{t('lead', { email: session.user.email })}</p>
      {session.workspace?.isOwner && (
        <p className="mt-1 wrap-anywhere text-muted">
          <TextLink href="/settings/workspace">
            {t('workspaceLink', isolated({ workspace: session.workspace.name }))}
          </TextLink>
        </p>
      )}
      <Section title={t('profile.title')}>
        <ProfileForm userId={session.user.id} name={session.user.name} />
      </Section>
      <Section title={t('ownZone.title')} lead={t('ownZone.lead')}>
        <OwnZoneForm user={session.user} />
      </Section>
      <Section title={t('look.title')} lead={t('look.lead')}>
        <div className="flex flex-wrap items-center gap-6">
          <LocaleSwitch />
          <ThemeSwitch />
        </div>
      </Section>
      <Section id="mails" title={t('mails.title')} lead={t('mails.lead')}>
        <MailsForm userId={session.user.id} wanted={await listWantedMails(session)} />
      </Section>
      <Section title={t('password.title')} lead={t('password.lead')}>
        <PasswordForm userId={session.user.id} email={session.user.email} />
      </Section>
      {providers.length > 0 && (
        <Section title={t('providers.title')} lead={t('providers.lead')}>
          <ProviderList userId={session.user.id} providers={providers} hasPassword={hasPassword} />
        </Section>
      )}
      <Section title={t('sessions.title')} lead={t('sessions.lead')}>
        <SessionList userId={session.user.id} sessions={sessions} />
      </Section>
    </>
  );
}
