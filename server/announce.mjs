import { isLocalOrigin, isLoopback } from './listen.mjs';

const DEMO = `
Demo sign-ins, password zendrhax-demo:
  owner@acme.test      Owner of Acme (Pro), Admin of Globex
  admin@acme.test      Admin of Acme
  user@acme.test       User of Acme
  owner@globex.test    Owner of Globex (Starter)
  owner@initech.test   Owner of Initech (Free)
  owner@umbrella.test  Owner of Umbrella (Enterprise)
  owner@hooli.test     Owner of Hooli (a plan without API keys)
`;

/**
 * What the start says when requests are answered: where, who can reach it, and the demo's people.
 * @param origin where this installation is reached
 * @param address that it listens on; undefined for all interfaces
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
