/** Remembers the inputs of a result, so that it is built again only when they have changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A file with the digest of a result's inputs. */
export class Stamp {
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

function digestOf(inputs) {
  const digest = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const file of inputs.flatMap((input) => filesIn(join(ROOT, input)))) {
    digest.update(file.slice(ROOT.length)).update(readFileSync(file));
  }
  return digest.digest('hex');
}

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
