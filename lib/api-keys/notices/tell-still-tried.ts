import { LIVE } from '@/lib/api-keys/model/state';
import { inTransaction } from '@/lib/database/transaction';
import { keyReaders } from '@/lib/mail/key-readers';
import { queueNotice } from '@/lib/mail/queue-mail';
import { Prisma } from '@/prisma/generated/client';

/** What comes so soon after the end may be a program that is just being changed. */
const HOURS_AFTER_END = 1;
/** Keys that one transaction is about. */
const KEYS = 100;

type Tried = {
  id: string;
  name: string;
  hint: string;
  workspaceId: string;
  end: 'revoked' | 'expired' | 'retired';
  lastRefusedAt: Date;
  /** refused requests of the last 24 hours */
  requests: number;
};

/**
 * Mails whoever is told of the keys of a workspace that a key which has ended is still sent: a program
 * was forgotten, or somebody has the key who should not. Once a key, an hour after its end at the
 * earliest, and only of what was sent in the last day.
 * @returns whether nothing was left
 */
export async function tellStillTried(): Promise<boolean> {
  return inTransaction(async (tx) => {
    const tried = await mark(tx);
    for (const key of tried) await tell(tx, key);
    return tried.length < KEYS;
  });
}

async function mark(tx: Prisma.TransactionClient): Promise<Tried[]> {
  return tx.$queryRaw`
    with tried as (
      select k."id" from "ApiKey" k
      where k."stillTriedNoticeAt" is null
        and k."lastRefusedAt" > statement_timestamp() - interval '1 day'
        and k."lastRefusedAt" >= least(k."revokedAt", k."expiresAt", k."retiresAt")
          + ${HOURS_AFTER_END} * interval '1 hour'
        and not ${Prisma.raw(LIVE)}
      order by k."id" limit ${KEYS} for no key update of k skip locked
    )
    update "ApiKey" k set "stillTriedNoticeAt" = statement_timestamp()
    from tried where k."id" = tried."id"
    returning k."id", k."name", k."hint", k."workspaceId", k."lastRefusedAt",
      case when k."revokedAt" is not null then 'revoked'
        when k."retiresAt" <= statement_timestamp()
          and (k."expiresAt" is null or k."expiresAt" >= k."retiresAt") then 'retired'
        else 'expired' end as "end",
      (select coalesce(sum(u."refused"), 0)::int from "ApiKeyUsage" u
        where u."apiKeyId" = k."id" and u."hour" > statement_timestamp() - interval '1 day')
        as "requests"`;
}

async function tell(tx: Prisma.TransactionClient, key: Tried): Promise<void> {
  const { id, name, hint, workspaceId, end, lastRefusedAt: at, requests } = key;
  const path = `/api-keys/${id}`;
  for (const { values, ...reader } of await keyReaders(tx, workspaceId, 'keyStillTried')) {
    const named = { ...values, key: name, hint, end, requests };
    await queueNotice('keyStillTried', { ...reader, at, path, values: named });
  }
}
