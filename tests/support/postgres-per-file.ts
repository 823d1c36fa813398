import { randomBytes } from 'node:crypto';
import { afterAll } from 'vitest';
import { copyDatabase } from './spare-database';

process.env.DATABASE_URL = await copyDatabase();
process.env.NEXTAUTH_URL = 'https://zendrhax.test';
process.env.NEXTAUTH_SECRET = randomBytes(32).toString('base64url');

/** The thread goes on with other files, and connections are few. */
afterAll(() => globalThis.zendrhax?.database?.prisma.$disconnect());
