import type { Prisma } from '@/prisma/generated/client';

/** What anyone may know of a plan. */
export const planColumns = {
  slug: true,
  name: true,
  features: true,
  maxActiveApiKeys: true,
  requestsPerMinute: true,
  monthlyPrice: true,
  currency: true,
  position: true,
} satisfies Prisma.PlanSelect;

type Row = Prisma.PlanGetPayload<{ select: typeof planColumns }>;

/**
 * `maxActiveApiKeys` null means unlimited; `monthlyPrice` is in minor units of `currency`, and null where
 * the operator shows no prices. Workspaces keep a plan that is no longer on sale.
 */
export type Plan = Omit<Row, 'position'> & { onSale: boolean };

export function toPlan({ position, ...row }: Row): Plan {
  return { ...row, onSale: position !== null };
}

/** In a `where`: the plans that anyone may switch to. */
export const onSale = { position: { not: null } } satisfies Prisma.PlanWhereInput;

/** The slug of the plan that a new workspace has until its Owner chooses another. */
export const FIRST_PLAN = 'free';

/** Whether a new workspace is on this plan anyway. */
export const isFirst = ({ slug }: Pick<Plan, 'slug'>): boolean => slug === FIRST_PLAN;
