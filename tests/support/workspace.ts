import { randomUUID } from 'node:crypto';
import type { Member } from '@/lib/actor';
import { createApiKey } from '@/lib/api-keys/change/create-api-key';
import { db } from '@/lib/database/client';
import { PLAN_FEATURES } from '@/lib/plan-features';
import type { Prisma } from '@/prisma/generated/client';
import type { Role } from '@/prisma/generated/enums';

type PlanSlug = 'free' | 'starter' | 'pro' | 'enterprise';
type PlanTerms = Partial<
  Pick<Prisma.PlanCreateInput, 'features' | 'maxActiveApiKeys' | 'requestsPerMinute'>
>;

export type TestWorkspace = { id: string; name: string; planSlug: string; owner: Member };

/**
 * A workspace with an Owner, and nothing else in it.
 * @param plan one of those on sale, or the terms of one made for the test
 */
export async function makeWorkspace({
  plan = 'pro',
}: {
  plan?: PlanSlug | PlanTerms;
} = {}): Promise<TestWorkspace> {
  const planSlug = typeof plan === 'string' ? plan : await makePlan(plan);
  const userId = await makeUser();
  const name = `Workspace ${randomUUID()}`;
  const { id } = await db.workspace.create({
    data: {
      name,
      plan: { connect: { slug: planSlug } },
      owner: { connect: { id: userId } },
      memberships: { create: { userId, role: 'ADMIN' } },
    },
    select: { id: true },
  });
  const owner: Member = { kind: 'member', userId, workspaceId: id, role: 'ADMIN', isOwner: true };
  return { id, name, planSlug, owner };
}

/** Someone who belongs to the workspace without owning it. */
export async function makeMember({ id: workspaceId }: TestWorkspace, role: Role): Promise<Member> {
  const userId = await makeUser();
  await db.membership.create({ data: { workspaceId, userId, role }, select: { userId: true } });
  return { kind: 'member', userId, workspaceId, role, isOwner: false };
}

/** Makes a key and returns it with its plaintext. */
export function makeApiKey({ owner }: TestWorkspace, options: object = {}) {
  return createApiKey(owner, { name: 'Nightly export', ...options });
}

export async function makeUser(passwordHash = 'none'): Promise<string> {
  const { id } = await db.user.create({
    data: { email: `${randomUUID()}@people.test`, name: 'Robin Doe', passwordHash },
    select: { id: true },
  });
  return id;
}

async function makePlan(terms: PlanTerms): Promise<string> {
  const slug = `plan-${randomUUID()}`;
  const defaults = { features: [...PLAN_FEATURES], maxActiveApiKeys: 5, requestsPerMinute: 60 };
  await db.plan.create({
    data: { slug, name: 'Made for a test', ...defaults, ...terms },
    select: { id: true },
  });
  return slug;
}
