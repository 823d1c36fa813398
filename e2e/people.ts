import { randomUUID } from 'node:crypto';
import { type BrowserContext, devices, type Page } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import type { Role } from '@/prisma/generated/enums';
import { BROWSER_TIME_ZONE } from '@/tests/support/odd-world';
import { domain } from './database';
import { type Language, language as spoken } from './language';
import { prefer } from './preferences';

export const PASSWORD = 'four words and a crane';
const DAY_SECONDS = 24 * 3_600;

export const newEmail = () => `${randomUUID()}@people.test`;

/** Who is signed in, and in which of their workspaces. */
type Person = { userId: string; email: string; workspaceId: string | null; session: string };

const people = new WeakMap<BrowserContext, Person>();

/** Who was signed in on a page, or on another one with its cookies, by what stands below. */
export function personOn(page: Page): Person {
  const person = people.get(page.context());
  if (!person) throw new Error('nobody was signed in on this page by a row in the database');
  return person;
}

/** Ends the session that began below: the context goes to another test. */
export async function forget(context: BrowserContext): Promise<void> {
  const person = people.get(context);
  if (!person) return;
  people.delete(context);
  const { db, hashSessionId } = await domain();
  await db.session.deleteMany({ where: { idHash: hashSessionId(person.session) } });
}

/** Signs somebody in by a row in the database: the form, and what it checks, is not asked. */
export async function signInByRow(page: Page, email: string): Promise<Person> {
  const { db, startSession, cookieName } = await domain();
  const { id: userId } = await db.user.findUniqueOrThrow({ where: { email } });
  const { userAgent } = devices['Desktop Chrome'];
  const session = await startSession(userId, { address: '127.0.0.1', userAgent });
  const url = String(process.env.NEXTAUTH_URL);
  const secret = String(process.env.NEXTAUTH_SECRET);
  const value = await encode({ token: { sessionId: session }, secret, maxAge: 30 * DAY_SECONDS });
  const cookie = { name: cookieName('session'), value, url, httpOnly: true };
  // What the sign-in page, had it been opened, would have left.
  const zone = { name: cookieName('time-zone'), value: BROWSER_TIME_ZONE, url };
  await page.context().addCookies([{ ...cookie, sameSite: 'Lax' }, zone]);
  const person = { userId, email, workspaceId: null, session };
  people.set(page.context(), person);
  return person;
}

/** Signs a page in as the Owner of a workspace that nobody else has. */
export async function own(
  page: Page,
  { name = 'Robin Doe', workspace = 'Robin’s shop', plan = 'free', language = spoken() } = {},
): Promise<{ email: string }> {
  const { email } = await addPerson(page, name, language);
  await addWorkspace(page, workspace, plan);
  return { email };
}

/** Signs a page in as a new member of the workspace that another page is in. */
export async function belong(
  page: Page,
  owner: Page,
  { name = 'Uma Patel', role = 'USER' as Role, language = spoken() } = {},
): Promise<{ email: string }> {
  const { workspaceId } = personOn(owner);
  const person = await addPerson(page, name, language);
  await addMember(person.email, workspaceId, role);
  person.workspaceId = workspaceId;
  return { email: person.email };
}

/** Makes somebody a member of a workspace. */
export async function addMember(
  email: string,
  workspaceId: string | null,
  role: Role,
): Promise<void> {
  const { db } = await domain();
  const connect = { id: String(workspaceId) };
  await db.membership.create({
    data: { role, user: { connect: { email } }, workspace: { connect } },
  });
}

/** Adds a workspace of the person on a page, and chooses it. */
export async function addWorkspace(page: Page, name: string, plan = 'free'): Promise<void> {
  const { db } = await domain();
  const { userId } = personOn(page);
  const { id } = await db.workspace.create({
    data: {
      name,
      plan: { connect: { slug: plan } },
      owner: { connect: { id: userId } },
      memberships: { create: { userId, role: 'ADMIN' } },
    },
    select: { id: true },
  });
  await choose(page, id);
}

/** Adds a key to the workspace that a page is in: nothing is clicked. */
export async function addKey(page: Page, name: string, terms: object = {}) {
  const { createApiKey } = await domain();
  const { userId, workspaceId } = personOn(page);
  const who = { kind: 'member', role: 'ADMIN', isOwner: true } as const;
  const owner = { ...who, userId, workspaceId: String(workspaceId) };
  const { apiKey, secret } = await createApiKey(owner, { name, ...terms });
  return { id: apiKey.id, hint: apiKey.hint, secret };
}

/** Adds two keys of a rotation that waits for the first request with the new one. */
export async function addPair(page: Page, name: string) {
  const { db } = await domain();
  const [old, next] = [await addKey(page, name), await addKey(page, name)];
  const retiresAt = new Date(Date.now() + 30 * DAY_SECONDS * 1_000);
  await db.apiKey.update({ where: { id: old.id }, data: { retiresAt, retiresAfterUse: true } });
  await db.apiKey.update({ where: { id: next.id }, data: { replacesId: old.id } });
  return { old, next };
}

/** Chooses a workspace, as another tab of the same browser would: the page stays as it is. */
export async function chooseBeside(page: Page, name: string): Promise<void> {
  const { db } = await domain();
  const { userId } = personOn(page);
  const where = { name, memberships: { some: { userId } } };
  await choose(page, (await db.workspace.findFirstOrThrow({ where })).id);
}

async function choose(page: Page, workspaceId: string): Promise<void> {
  const { db, hashSessionId } = await domain();
  const person = personOn(page);
  const where = { idHash: hashSessionId(person.session) };
  await db.session.update({ where, data: { workspaceId, removedFrom: null } });
  person.workspaceId = workspaceId;
}

let hash: Promise<string> | undefined;

/** Adds an account with PASSWORD, and signs it in. */
async function addPerson(page: Page, name: string, language: Language): Promise<Person> {
  const { db, hashPassword } = await domain();
  hash ??= hashPassword(PASSWORD);
  const email = newEmail();
  await db.user.create({ data: { email, name, language, passwordHash: await hash } });
  await prefer(page, language);
  return signInByRow(page, email);
}
