import { DEMO_PASSWORD, DEMO_PEOPLE } from '../lib/facts/demo-people.mjs';
import { isLocalOrigin, isLoopback } from '../lib/facts/listen-address.mjs';

const ROLES = { OWNER: 'Owner', ADMIN: 'Admin', USER: 'User' };

const WIDTH = Math.max(...DEMO_PEOPLE.map(({ email }) => email.length));

const people = DEMO_PEOPLE.map(
  ({ email, role, workspace, plan }) =>
    `  ${email.padEnd(WIDTH)}  ${ROLES[role]} of ${workspace} (${plan})`,
);

const DEMO = `\nDemo sign-ins, password ${DEMO_PASSWORD}:\n${people.join('\n')}\n`;

/**
 * What the start says when requests are answered: where, who can reach it, and the demo's people.
 * @param {string} origin where this installation is reached
 * @param {string | undefined} address that it listens on; undefined for all interfaces
 * @param {number} port
 */
export function announcement(origin, address, port) {
  const ready = `\nZendrhax is ready at ${origin}`;
  if (process.env.DATABASE_URL) return ready;
  if (isLoopback(address)) {
    const reach = 'Only this machine reaches it; LISTEN_ADDRESS=0.0.0.0 opens it to its network.';
    return [ready, reach, ...(isLocalOrigin(origin) ? [DEMO] : [])].join('\n');
  }
  const reach = `Everyone who reaches ${address} on port ${port} can open it`;
  if (!isLocalOrigin(origin)) return `${ready}\n${reach}.`;
  return `${ready}\n${reach}, and sign in to the demo with the password below.\n${DEMO}`;
}
