import { isLocalOrigin, isLoopback } from '@/lib/facts/listen-address.mjs';
import { env } from './env';

/**
 * Whether this installation has the demo workspaces: it runs on the embedded database, and is
 * reached by an address of its own machine.
 */
export const hasDemo = !env.DATABASE_URL && isLocalOrigin(env.NEXTAUTH_URL);

/** Whether it also can be reached from that machine alone. */
export const isPrivateDemo = hasDemo && isLoopback(env.LISTEN_ADDRESS);
