import { LIVE } from '@/lib/api-keys/model/state';
import { databaseTime } from '@/lib/database/clock';
import { inTransaction } from '@/lib/database/transaction';
import { keyReaders } from '@/lib/mail/key-readers';
import { queueNotice } from '@/lib/mail/queue-mail';
import { Prisma } from '@/prisma/generated/client';

/** How many days before a key expires that is told. */
const DAYS_BEFORE = [14, 3, 1];
/** How many days of use the mail tells of. */
const USED_DAYS = 7;
const DAY_MS = 86_400_000;
/** Keys that one transaction is about. */
const KEYS = 100;

type Planned = {
  id: string;
  name: string;
  hint: string;
  workspaceId: string;
  expiresAt: Date;
  /** whether the time has come at which this expiry is to be told */
  isDue: boolean;
  /** until then, rounded */
  days: number;
};

/**
 * Mails whoever is told of the keys of a workspace, 14 days, three days and one day before a key expires,
 * once each. A key has the time
 * of its next notice beside it, and what does not follow from its expiry is corrected here: so whoever
 * sets an expiry, an older release included, has nothing to do for it. What was over when the expiry was
 * chosen is left out, and after an outage there is one mail and not three. A key that is being rotated
 * has a successor, whose notices are enough.
 * @returns whether nothing was left
 */
export async function tellExpiries(): Promise<boolean> {
  return inTransaction(async (tx) => {
    const planned = await plan(tx);
    for (const key of planned) if (key.isDue) await tell(tx, key);
    return planned.length < KEYS;
  });
}

/** Plans the next notice of keys whose plan is wrong, as it is once its time has come. */
async function plan(tx: Prisma.TransactionClient): Promise<Planned[]> {
  return tx.$queryRaw`
    with wrong as (
      select k."id", k."expiryNoticeAt" as "planned", notice."next", notice."all"
      from "ApiKey" k cross join lateral (
        select array_agg("at") as "all",
          min("at") filter (where "at" > statement_timestamp()) as "next"
        from (
          select k."expiresAt" - "days" * interval '1 day' as "at"
          from unnest(${DAYS_BEFORE}::int[]) as d ("days")
        ) moment
      ) notice
      where k."expiresAt" is not null and ${Prisma.raw(LIVE)}
        and k."expiryNoticeAt" is distinct from notice."next"
      order by k."id" limit ${KEYS} for no key update of k skip locked
    )
    update "ApiKey" k set "expiryNoticeAt" = wrong."next" from wrong where k."id" = wrong."id"
    returning k."id", k."name", k."hint", k."workspaceId", k."expiresAt",
      coalesce(wrong."planned" <= statement_timestamp() and wrong."planned" = any(wrong."all")
        and k."retiresAt" is null, false) as "isDue",
      round(extract(epoch from k."expiresAt" - statement_timestamp()) / 86400)::int as "days"`;
}

async function tell(
  tx: Prisma.TransactionClient,
  { id, name: key, hint, workspaceId, expiresAt: at, days }: Planned,
): Promise<void> {
  const requests = await requestsWith(tx, id);
  const path = `/api-keys/${id}`;
  for (const { values, ...reader } of await keyReaders(tx, workspaceId, 'keyExpires')) {
    const named = { ...values, key, hint, days, requests };
    await queueNotice('keyExpires', { ...reader, at, path, values: named });
  }
}

/** How often the key opened the API in the last days. */
async function requestsWith(tx: Prisma.TransactionClient, apiKeyId: string): Promise<number> {
  const hour = { gte: new Date(databaseTime() - USED_DAYS * DAY_MS) };
  const { _sum } = await tx.apiKeyUsage.aggregate({
    where: { apiKeyId, hour },
    _sum: { succeeded: true, failed: true, rateLimited: true, errored: true },
  });
  return Object.values(_sum).reduce((all: number, one) => all + (one ?? 0), 0);
}
