import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { db } from '@/lib/database/client';

/** By how much the clock that an event's time is from may differ from the database's. */
const AT_MOST_MS = 24 * 3_600_000;

/**
 * Whether a key was revoked because it leaked: as its Owner said then, or as somebody reported who had it.
 * @param apiKey read for its Owner before, as by `getApiKey`: there the permission was checked
 * @returns null if it was not
 */
export async function hasLeaked({
  id,
  workspaceId,
  revokedAt,
}: ApiKey): Promise<'leaked' | 'reported' | null> {
  if (!revokedAt) return null;
  const event = await db.auditEvent.findFirst({
    where: {
      workspaceId,
      createdAt: {
        gte: new Date(revokedAt.getTime() - AT_MOST_MS),
        lte: new Date(revokedAt.getTime() + AT_MOST_MS),
      },
      targetId: id,
      OR: [
        { action: 'api_key.revoked', details: { path: ['because'], equals: 'leaked' } },
        { action: 'api_key.reported', details: { path: ['done'], equals: 'revoked' } },
      ],
    },
    select: { action: true },
  });
  if (!event) return null;
  return event.action === 'api_key.reported' ? 'reported' : 'leaked';
}
