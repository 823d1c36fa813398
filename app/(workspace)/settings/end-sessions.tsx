import { getFormatter, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/action-form';
import { TextLink } from '@/components/text-link';
import { OTHERS } from '@/lib/accounts/end-sessions';
import type { SessionSummary } from '@/lib/auth/sessions';
import { endElsewhere } from './actions';
import { deviceOf } from './device-of';

/** Ends one other session, or all of them, for whoever knows the password. */
export async function EndSessions({ others }: { others: SessionSummary[] }) {
  const t = await getTranslations('settings.sessions');
  const format = await getFormatter();
  const nameOf = (session: SessionSummary) =>
    t('option', {
      device: [deviceOf(session) || t('unknown'), session.address].filter(Boolean).join(', '),
      time: format.relativeTime(session.lastSeenAt),
    });
  return (
    <ActionForm
      id="sessions"
      action={endElsewhere}
      submit={t('end')}
      pending={t('pending')}
      variant="dangerQuiet"
      fields={[
        {
          name: 'session',
          label: t('which'),
          options: [
            { value: OTHERS, label: t('others') },
            ...others.map((session) => ({ value: session.id, label: nameOf(session) })),
          ],
        },
        {
          name: 'password',
          label: t('password'),
          type: 'password',
          autoComplete: 'current-password',
          hint: t.rich('passwordHint', {
            link: (chunks) => <TextLink href="/forgot-password">{chunks}</TextLink>,
          }),
        },
      ]}
    />
  );
}
