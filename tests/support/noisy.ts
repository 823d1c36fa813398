/** Prints what no line of the log may have, in each way that a process can. */
import { createBatchingLogger } from '@/lib/process/logger.mjs';
import { routeOutput } from '@/server/output.mjs';

const KEY = `sk_${'0'.repeat(64)}`;
const FORGED = `no\n{"level":30,"msg":"forged","key":"${KEY}","password":"hunter2"}\n`;

routeOutput();
process.stderr.write(FORGED);
routeOutput(createBatchingLogger('info'));
console.error('⨯', new Error(FORGED));
console.log({ password: 'hunter2', authorization: 'Bearer hunter2', deep: { secret: 'hunter2' } });
console.warn(JSON.stringify({ cookie: 'a=hunter2; b="hunter2"' }));
process.emitWarning(FORGED);
setImmediate(() => {
  throw new Error(FORGED);
});
