import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { writeLayers } from '@/scripts/layers.mjs';

const folder = mkdtempSync(join(tmpdir(), 'zendrhax-layers-'));

/** Each file breaks one wall. */
const REFUSED = {
  'lib/actor.ts': "import '@/server/edge.mjs';",
  'lib/csv.ts': "import '@/app/form-state';",
  'lib/etag.ts': "import '@/components/button';",
  'lib/text.ts': "import './startup';",
  'lib/money/format.ts': "import type { Plan } from '@/lib/plans/plan';",
  'lib/money/currency.ts': "import '../plans/plan';",
  'lib/api/key/limits.ts': "import '@/lib/api/endpoint/route';",
  'lib/api-keys/model/state.ts': "import '@/lib/api-keys/read/get-api-key';",
  'lib/api-keys/change/pause.ts': "import '../read/get-api-key';",
  'lib/identity/links/link.ts': "import '@/lib/identity/sessions/guards';",
  'lib/invoices/read/get.ts': "import type { list } from './list';\nexport const get = <list>{};",
  'lib/invoices/read/list.ts': "import { get } from './get';\nexport type list = typeof get;",
  'server/edge.mjs': "import '../lib/api/endpoint/direct.ts';",
  'server/output.mjs': "import '../lib/process/log.ts';",
  'server/refuse.mjs': "import '../app/form-state.ts';",
  'app/page.tsx': "import '@/server/hsts.mjs';",
  'components/button.tsx': "import '@/lib/text';",
  'components/link.tsx': "import '@/app/form-state';",
};

const ALLOWED = {
  'lib/api-keys/read/get-api-key.ts': "import '@/lib/api-keys/model/durations';",
  'lib/api-keys/model/durations.ts': "import '@/lib/plans/plan';",
  'server/serve.mjs': "import './hsts.mjs';\nimport '../lib/process/logger.mjs';",
  'server/announce.mjs': "import '../lib/facts/demo-people.mjs';",
  'app/layout.tsx': "import '@/lib/startup';\nimport '@/components/dialog';",
  'components/dialog.tsx': "import './panel';",
};

for (const [name, text] of Object.entries({ ...REFUSED, ...ALLOWED })) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), `${text}\n`);
}
const config = writeLayers('.', folder);
const { stdout } = spawnSync(
  join(process.cwd(), 'node_modules/.bin/biome'),
  ['lint', `--config-path=${config}`, '--max-diagnostics=100', '--reporter=json', '.'],
  { cwd: folder, encoding: 'utf8' },
);
const found = JSON.parse(stdout).diagnostics as {
  location: { path: string };
  category: string;
}[];
rmSync(folder, { recursive: true });

test('an import through any wall is refused, and one downwards is not', () => {
  const refused = Object.keys(REFUSED).filter((name) =>
    found.some(({ location }) => location.path.endsWith(name)),
  );
  expect(refused).toEqual(Object.keys(REFUSED));
  expect(found).toHaveLength(refused.length);
  const circles = found.filter(({ category }) => category === 'lint/suspicious/noImportCycles');
  expect(circles).toHaveLength(2);
});
