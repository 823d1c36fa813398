import Bowser from 'bowser';
import { getFormatter, getTranslations } from 'next-intl/server';
import { ActionButton } from '@/components/action-button';
import type { SessionSummary } from '@/lib/auth/sessions';
import { endOthers } from './actions';

/** Where the person is signed in, and a button that ends all other sessions. */
export async function SessionList({ sessions }: { sessions: SessionSummary[] }) {
  const t = await getTranslations('settings.sessions');
  return (
    <>
      <ul className="mb-4 divide-y divide-line rounded-panel border border-line bg-surface text-sm">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <ActionButton action={endOthers} label={t('endOthers')} variant="dangerQuiet" />
      )}
    </>
  );
}

async function SessionRow({ session }: { session: SessionSummary }) {
  const t = await getTranslations('settings.sessions');
  const format = await getFormatter();
  const { address, userAgent, createdAt, lastSeenAt, isCurrent } = session;
  const { browser, os } = userAgent ? Bowser.parse(userAgent) : { browser: {}, os: {} };
  const device = [browser.name, os.name].filter(Boolean).join(', ') || t('unknown');
  return (
    <li className="px-4 py-3">
      <p className="font-medium">
        {device}
        {isCurrent && (
          <span className="ml-2 rounded-full bg-success-soft px-2 py-0.5 text-xs text-success">
            {t('current')}
          </span>
        )}
      </p>
      <p className="text-muted">
        {address && `${address} · `}
        {t('since', { date: format.dateTime(createdAt, { dateStyle: 'medium' }) })} ·{' '}
        {t('lastSeen', { time: format.relativeTime(lastSeenAt) })}
      </p>
    </li>
  );
}
