import pg from 'pg';
import { expect, test } from 'vitest';
import { isOutage } from '@/lib/database/outage';
import { connectionConfig } from '@/lib/database/session-settings';
import { env } from '@/lib/env';
import { findSession } from '@/lib/identity/sessions/find-session';
import { endSession, startSession } from '@/lib/identity/sessions/sessions';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

test('a create that waits for a lock too long fails, and what comes after it is kept', async () => {
  const workspace = await makeWorkspace();
  const other = new pg.Client(connectionConfig(env.DATABASE_URL ?? ''));
  await other.connect();
  await other.query('begin');
  await other.query('select 1 from "Workspace" where "id" = $1 for update', [workspace.id]);

  const failure = await makeApiKey(workspace).catch((error: unknown) => error);
  expect(isOutage(failure)).toBe(true);
  await other.query('rollback');

  const sessionId = await startSession(workspace.owner.userId);
  const session = await findSession(sessionId);
  if (session) await endSession(session);
  const seen = await other.query('select count(*)::int as n from "Session" where "userId" = $1', [
    workspace.owner.userId,
  ]);
  expect(session).not.toBeNull();
  expect(seen.rows).toEqual([{ n: 0 }]);
  expect((await makeApiKey(workspace)).secret).toMatch(/^sk_/);
  await other.end();
});
