/** `npm run db:seed`: adds the demo workspaces to an empty database. It never runs by itself. */
import { PrismaPg } from '@prisma/adapter-pg';
import { connectionConfig } from '@/lib/database/session-settings';
import { env } from '@/lib/env';
import { PrismaClient } from '@/prisma/generated/client';
import { seedDemo } from '@/prisma/seed';

const url = env.DATABASE_DIRECT_URL ?? env.DATABASE_URL;
if (!url) {
  console.error(
    'The embedded database is seeded at its first start. Set DATABASE_URL to seed a server.',
  );
  process.exit(1);
}
const db = new PrismaClient({ adapter: new PrismaPg(connectionConfig(url)) });
if ((await db.user.count()) > 0) {
  console.error('This database has users already; the demo is for an empty one.');
  process.exit(1);
}
await seedDemo(db);
await db.$disconnect();
console.log('Added the demo workspaces.');
