/**
 * `npm run bench`: what a request to the API costs beside a bare route of the framework, itself
 * through the framework, and a bare server of Node.js. What may be compared: see docs/performance.md.
 */
import { cpus } from 'node:os';
import { databases } from './database';
import { compareKeyless } from './keyless';
import { compareLists } from './lists';
import { watchMemory, watchUsage } from './memory';
import { optionsOf } from './options.mjs';
import { programOf } from './program';
import { checkoutOf } from './revision';
import { watchRevoke } from './revoke';
import { compareVersions } from './versions';
import { compareSizes, compareWays } from './ways';

const values = optionsOf(process.argv.slice(2));
const { parts } = values;
const kind = values.database === 'embedded' ? 'embedded' : 'postgres';

// Whatever was started or made in a temporary folder ends with this process.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const other = values.against ? checkoutOf(values.against) : null;
const made = await databases(kind);
const options = {
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  connections: values.connections.split(',').map(Number),
  database: made.pid,
};
try {
  console.log(
    `\nNode.js ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${kind}`,
  );
  if (other) console.log(`\n${await compareVersions(made, other, options)}`);
  if (parts.includes('speed')) console.log(`\n${await compareWays(made, options)}`);
  if (parts.includes('keys')) console.log(`\n${await compareSizes(made, options)}`);
  if (parts.includes('lists')) await watchLists();
  if (parts.includes('keyless')) {
    const { settings } = await made.make(10, { working: 10, of: 'keyless' });
    console.log(
      `\n${await compareKeyless(programOf({ ...settings, TRUSTED_PROXIES: 'loopback' }))}`,
    );
  }
  if (parts.includes('memory')) await watchMemory(made);
  if (parts.includes('memory')) await watchUsage(made);
  if (parts.includes('revoke')) {
    const { settings, keyFile } = await made.make(1_000, { of: 'revoke' });
    await watchRevoke(programOf(settings), keyFile);
  }
} finally {
  await made.stop();
}

async function watchLists(): Promise<void> {
  const few = await made.make(10, { working: 10 });
  const many = await made.make(10_000, { working: 10 });
  console.log(`\n${await compareLists(programOf(few.settings), programOf(many.settings))}`);
}
