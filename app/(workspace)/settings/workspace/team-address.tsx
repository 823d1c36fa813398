import { getLocale, getTranslations } from 'next-intl/server';
import { LocalMail } from '@/app/local-mail';
import { ActionForm } from '@/components/forms/action-form';
import { Notice } from '@/components/page/notice';
import type { Member } from '@/lib/actor';
import { isolated } from '@/lib/i18n/isolated';
import { LANGUAGE_NAMES, LOCALES } from '@/lib/i18n/locale';
import { getTeamAddress } from '@/lib/workspaces/team-address/get-team-address';
import { removeTeam, saveTeam } from './actions';

/** Where mails about keys go besides the Owner, and whether somebody has confirmed that. */
export async function TeamAddress({ actor }: { actor: Member }) {
  const t = await getTranslations('settings.workspace');
  const fields = await getTranslations('fields');
  const team = await getTeamAddress(actor);
  return (
    <div className="grid gap-4">
      <LocalMail />
      {team && (
        <Notice tone={team.state === 'confirmed' ? 'success' : 'warning'}>
          {t(`team.states.${team.state}`, isolated({ email: team.email }))}
        </Notice>
      )}
      <ActionForm
        id="team"
        action={saveTeam.bind(null, actor.workspaceId)}
        submit={t('team.submit')}
        pending={t('pending')}
        fields={[
          {
            name: 'email',
            label: fields('email'),
            type: 'email',
            defaultValue: team?.email ?? '',
            autoComplete: 'off',
          },
          {
            name: 'language',
            label: t('team.language'),
            defaultValue: team?.language ?? (await getLocale()),
            options: LOCALES.map((value) => ({
              value,
              label: LANGUAGE_NAMES[value],
              isName: true,
            })),
          },
        ]}
      />
      {team && (
        <ActionForm
          id="no-team"
          action={removeTeam.bind(null, actor.workspaceId)}
          submit={t('team.remove')}
          pending={t('team.removing')}
          variant="secondary"
        />
      )}
    </div>
  );
}
