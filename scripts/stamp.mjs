/** Remembers the inputs of a result, so that it is built again only when they have changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A file with the digest of a result's inputs. */
export class Stamp {
  /**
   * @param {string} file
   * @param {string[]} inputs
   */
  constructor(file, inputs) {
    this.file = join(ROOT, file);
    this.digest = digestOf(inputs);
  }

  isFresh() {
    return existsSync(this.file) && readFileSync(this.file, 'utf8') === this.digest;
  }

  write() {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, this.digest);
  }
}

/** @param {string[]} inputs */
function digestOf(inputs) {
  const [major = ''] = process.versions.node.split('.', 1);
  const digest = createHash('sha256').update(major);
  for (const file of inputs.flatMap((input) => filesIn(join(ROOT, input)))) {
    digest.update(file.slice(ROOT.length)).update(readFileSync(file));
  }
  return digest.digest('hex');
}

/** @type {(path: string) => string[]} */
function filesIn(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path)
      .sort()
      .flatMap((name) => filesIn(join(path, name)));
  } catch {
    return [path];
  }
}
