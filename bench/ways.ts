import { type Comparison, compare } from './compare';
import type { Databases } from './database';
import type { Options } from './in-turn';
import type { Target } from './load';
import { type Program, programOf } from './program';
import { tables } from './table';

const FEW = 1_000;
const MANY = 1_000_000;
const [ME, INVOICES] = ['/api/me', '/api/invoices'];
/** Leaves the API to the framework. */
const FRAMEWORK_ONLY = { NODE_OPTIONS: '--import=./tests/support/framework-only.mjs' };

/** The API beside a bare route of the framework, bare `node:http`, and itself through the framework. */
export async function compareWays(made: Databases, options: Options): Promise<string> {
  const { settings, keyFile } = await made.make(FEW, { of: 'direct' });
  const direct = programOf(settings);
  const bare = programOf(settings, 'bench/serve.mjs');
  const plain = programOf(settings, 'bench/plain.mjs');
  const target = (name: string, program: Program, path: string): Target => ({
    ...{ name, program, path, keyFile },
  });
  const bareRoute = target('bare route of the framework', bare, ME);
  const plainServer = target('bare node:http', plain, ME);
  const directMe = target(`GET ${ME}`, direct, ME);
  const directInvoices = target(`GET ${INVOICES}`, direct, INVOICES);
  const comparisons: Comparison[] = [
    { target: plainServer, against: plainServer },
    { target: bareRoute, against: bareRoute },
    { target: directMe, against: plainServer, promised: { 16: 0.25 } },
    { target: directMe, against: bareRoute, promised: { 1: 3, 16: 6 } },
    { target: directInvoices, against: plainServer },
    { target: directInvoices, against: bareRoute },
  ];
  // The embedded database is one process's: there the framework's way is measured by itself.
  if (made.pid) {
    const other = await made.make(FEW, { of: 'framework' });
    const framework = programOf({ ...other.settings, ...FRAMEWORK_ONLY });
    const through = (path: string): Target => ({
      ...target(`GET ${path} through the framework`, framework, path),
      keyFile: other.keyFile,
    });
    const frameworkInvoices = through(INVOICES);
    comparisons.push(
      { target: through(ME), against: bareRoute },
      { target: frameworkInvoices, against: frameworkInvoices },
      { target: directInvoices, against: frameworkInvoices, promised: { 16: 3 } },
    );
  }
  return tables(await compare(comparisons, options));
}

/** A table of many keys beside one of few. */
export async function compareSizes(made: Databases, options: Options): Promise<string> {
  const targetsOf = async (name: string, keys: number) => {
    const { settings, keyFile } = await made.make(keys, { of: 'sizes' });
    const program = programOf(settings);
    return (path: string): Target => ({
      name: `GET ${path}, ${name} keys`,
      program,
      path,
      keyFile,
    });
  };
  const small = await targetsOf('1,000', FEW);
  const large = await targetsOf('1,000,000', MANY);
  const comparisons = [ME, INVOICES].flatMap((path): Comparison[] => {
    const against = small(path);
    return [
      { target: against, against },
      { target: large(path), against, promised: { 16: 0.95 } },
    ];
  });
  return tables(await compare(comparisons, options));
}
