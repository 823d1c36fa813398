import { getFormatter, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import { TextLink } from '@/components/text-link';
import { OTHERS } from '@/lib/identity/sessions/end-sessions';
import type { SessionSummary } from '@/lib/identity/sessions/sessions';
import { endElsewhere } from './actions';
import { addressOf } from './address-of';
import { deviceOf } from './device-of';

/** Ends one other session, or all of them, for whoever knows the password. */
export async function EndSessions({
  userId,
  others,
}: {
  userId: string;
  others: SessionSummary[];
}) {
  const t = await getTranslations('settings.sessions');
  const format = await getFormatter();
  const optionOf = async (session: SessionSummary) => {
    const device = [deviceOf(session) || t('unknown'), await addressOf(session)];
    const words = {
      device: device.filter(Boolean).join(', '),
      time: format.relativeTime(session.lastSeenAt),
    };
    return { value: session.id, label: t('option', words) };
  };
  return (
    <ActionForm
      id="sessions"
      action={endElsewhere.bind(null, userId)}
      submit={t('end')}
      pending={t('pending')}
      variant="dangerQuiet"
      fields={[
        {
          name: 'session',
          label: t('which'),
          options: [
            { value: OTHERS, label: t('others') },
            ...(await Promise.all(others.map(optionOf))),
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
