import { parseArgs } from 'node:util';

const PARTS = ['speed', 'keys', 'lists', 'keyless', 'memory', 'revoke'];

export const USAGE = `npm run bench -- [options]

  --only ${PARTS.join(',')}
                           what to measure; all of it if left out
  --database embedded      in place of PostgreSQL
  --against HEAD~1         compare with another commit instead
  --rounds 7 --seconds 5 --connections 1,16,64`;

/**
 * What is to be measured, from the arguments of `npm run bench`.
 * @param {string[]} args
 * @throws {Error} for what is no option, part or database
 */
export function optionsOf(args) {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '7' },
      // As often as usage is written, so that each measurement has one of these.
      seconds: { type: 'string', default: '5' },
      connections: { type: 'string', default: '1,16,64' },
      only: { type: 'string', default: PARTS.join() },
      database: { type: 'string', default: 'postgres' },
      against: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const parts = values.only.split(',');
  const unknown = parts.find((part) => !PARTS.includes(part));
  if (unknown !== undefined) throw new Error(`There is nothing called ${unknown} to measure.`);
  if (!['postgres', 'embedded'].includes(values.database)) {
    throw new Error(`There is no database called ${values.database}.`);
  }
  return { ...values, parts: values.against ? [] : parts };
}
