/** The demo's people, as prisma/seed.ts makes them: who, in which workspace, on which plan. */
export const DEMO_PASSWORD = 'zendrhax-demo';

/** @type {{ email: string, role: 'OWNER' | 'ADMIN' | 'USER', workspace: string, plan: string }[]} */
export const DEMO_PEOPLE = [
  { email: 'owner@acme.test', role: 'OWNER', workspace: 'Acme', plan: 'Pro' },
  { email: 'admin@acme.test', role: 'ADMIN', workspace: 'Acme', plan: 'Pro' },
  { email: 'user@acme.test', role: 'USER', workspace: 'Acme', plan: 'Pro' },
  { email: 'owner@globex.test', role: 'OWNER', workspace: 'Globex', plan: 'Starter' },
  { email: 'owner@initech.test', role: 'OWNER', workspace: 'Initech', plan: 'Free' },
  { email: 'owner@umbrella.test', role: 'OWNER', workspace: 'Umbrella', plan: 'Enterprise' },
  { email: 'owner@hooli.test', role: 'OWNER', workspace: 'Hooli', plan: 'Legacy' },
];
