import { getTranslations } from 'next-intl/server';
import { Time } from '@/app/_times/time';
import { Badge } from '@/components/badge';
import type { SessionSummary } from '@/lib/identity/sessions/sessions';
import { addressOf } from './address-of';
import { deviceOf } from './device-of';
import { EndSessions } from './end-sessions';

/** Where the person is signed in, and how to end that elsewhere. */
export async function SessionList({
  userId,
  sessions,
}: {
  userId: string;
  sessions: SessionSummary[];
}) {
  const others = sessions.filter(({ isCurrent }) => !isCurrent);
  return (
    <>
      <ul className="mb-4 divide-y divide-line rounded-panel border border-line bg-surface text-sm">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {others.length > 0 && <EndSessions userId={userId} others={others} />}
    </>
  );
}

async function SessionRow({ session }: { session: SessionSummary }) {
  const t = await getTranslations('settings.sessions');
  const { createdAt, lastSeenAt, isCurrent } = session;
  const address = await addressOf(session);
  return (
    <li className="px-4 py-3">
      <p className="font-medium">
        <span>{deviceOf(session) || t('unknown')}</span>
        {isCurrent && (
          <Badge tone="success" className="ml-2">
            {t('current')}
          </Badge>
        )}
      </p>
      <p className="text-muted">
        {address && <span>{`${address} · `}</span>}
        <span>{t.rich('since', { date: () => <Time date={createdAt} format="date" /> })}</span>
        <span>{' · '}</span>
        <span>
          {t.rich('lastSeen', { time: () => <Time date={lastSeenAt} format="relative" /> })}
        </span>
      </p>
    </li>
  );
}
