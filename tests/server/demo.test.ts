import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyPreparedFolder } from '../support/prepared';
import { prepareDatabase, type RunningServer, startServer } from '../support/server';
import { until } from '../support/until';

const PUBLIC = 'https://app.example.test';

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zendrhax-start-'));
  folders.push(folder);
  return folder;
}

function preparedFolder(): string {
  const folder = copyPreparedFolder();
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The mode of a file or folder, such as 0o600. */
const modeOf = (path: string) => lstatSync(path).mode & 0o777;

/** Files and folders in a folder, at any depth, that others may read or write. */
const openOnes = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => modeOf(join(folder, file)) & 0o077,
  );

test('a public origin has no demo people, and the start says so', async () => {
  const folder = newFolder();
  const settings = { DATA_DIR: folder, NEXTAUTH_URL: PUBLIC };
  const { code, output } = await prepareDatabase(settings);
  expect(code).toBe(0);
  expect(output).toContain('No demo workspaces');
  const server = await startServer(settings);
  const answer = await signIn(`http://localhost:${server.port}`);
  expect(answer.headers.getSetCookie().join()).not.toContain('session');
  expect(server.output()).not.toContain('zendrhax-demo');
  await server.stop();
});

describe('a demo on this machine', () => {
  const folder = join(newFolder(), 'data');
  let prepared: { code: number | null; openFiles: string[] };
  let local: RunningServer;
  /** on all interfaces, with a data folder of its own */
  let open: RunningServer;
  let openFolder: string;

  beforeAll(async () => {
    const { code } = await prepareDatabase({ DATA_DIR: folder });
    prepared = { code, openFiles: openOnes(folder) };
    local = await startServer({ DATA_DIR: folder });
    openFolder = preparedFolder();
    open = await startServer({ DATA_DIR: openFolder, LISTEN_ADDRESS: '0.0.0.0' });
  });

  afterAll(async () => {
    await local?.stop();
    await open?.stop();
  });

  test('nothing in the data folder is for others, whatever the umask', async () => {
    expect(prepared).toEqual({ code: 0, openFiles: [] });
    await fetch(`${local.origin}/api/auth/csrf`);
    expect(modeOf(folder)).toBe(0o700);
    expect(openOnes(folder)).toEqual([]);
  });

  test('only a demo on this machine shows its sign-ins, and only to this machine where its mails are', async () => {
    expect(await shownBy(local, folder)).toEqual({ people: true, folder: true });
    expect(await shownBy(open, openFolder)).toEqual({ people: true, folder: false });
    const data = preparedFolder();
    const mailing = { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'a@example.test' };
    for (const [settings, people] of [
      [mailing, true],
      [{ NEXTAUTH_URL: PUBLIC }, false],
    ] as const) {
      const server = await startServer({ DATA_DIR: data, ...settings });
      expect(await shownBy(server, data)).toEqual({ people, folder: false });
      await server.stop();
    }
  });

  test('the embedded server listens on this machine only, unless it is told otherwise', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    const isOpen = (port: number) =>
      Promise.all(
        ['127.0.0.1', ...others].map((host) =>
          fetch(`http://${host}:${port}/api/health/live`).then(
            ({ ok }) => ok,
            () => false,
          ),
        ),
      );
    expect(await isOpen(local.port)).toEqual([true, ...others.map(() => false)]);
    await until(() => local.output().includes('Only this machine reaches it'));
    expect(await isOpen(open.port)).toEqual([true, ...others.map(() => true)]);
    await until(() => open.output().includes('Everyone who reaches 0.0.0.0'));
  });
});

test('a folder with demo people that still have their password is refused on a public origin', async () => {
  const { code, output } = await prepareDatabase({
    DATA_DIR: preparedFolder(),
    NEXTAUTH_URL: PUBLIC,
  });
  expect(code).toBe(1);
  expect(output).toContain('has the demo accounts, whose password is public');
});

test('a folder that is open to others is closed with all that is in it, and that is said', async () => {
  const folder = preparedFolder();
  mkdirSync(join(folder, 'mail'));
  writeFileSync(join(folder, 'mail', '1.eml'), 'x');
  for (const file of ['.', 'mail', 'postgres']) chmodSync(join(folder, file), 0o755);
  for (const file of ['mail/1.eml', 'postgres/PG_VERSION', 'postgres/base'])
    chmodSync(join(folder, file), 0o777);
  const { code, output } = await prepareDatabase({ DATA_DIR: folder });
  expect(code).toBe(0);
  expect(output).toContain(`The data folder ${folder} was open to other users of this machine`);
  expect(modeOf(folder)).toBe(0o700);
  expect(openOnes(folder)).toEqual([]);
});

test('an open folder with files of others is refused and stays as it is', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'thesis.txt'), 'x');
  chmodSync(folder, 0o755);
  const { code, output } = await prepareDatabase({ DATA_DIR: folder });
  expect(code).toBe(1);
  expect(output).toContain('has files that are not of Zendrhax (thesis.txt)');
  expect(modeOf(folder)).toBe(0o755);
});

/** Signs in as the demo's Owner. */
async function signIn(origin: string): Promise<Response> {
  const token = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = (await token.json()) as { csrfToken: string };
  const jar = token.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return fetch(`${origin}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: jar.join('; ') },
    body: new URLSearchParams({ csrfToken, email: 'owner@acme.test', password: 'zendrhax-demo' }),
  });
}

/** Whether a server's pages show the people of the demo, and the folder of its mails. */
async function shownBy(server: RunningServer, dataDir: string) {
  const origin = `http://localhost:${server.port}`;
  const jar = (await fetch(`${origin}/api/auth/csrf`)).headers.getSetCookie();
  const Cookie = jar.map((cookie) => cookie.split(';')[0]).join('; ');
  const read = async (path: string, more = '') =>
    (await fetch(`${origin}${path}`, { headers: { Cookie: Cookie + more } })).text();
  const asked = encodeURIComponent(JSON.stringify({ email: 'robin@people.test' }));
  const prefix = Cookie.includes('__Host-') ? '__Secure-' : '';
  const [signIn, sent] = [
    await read('/sign-in'),
    await read('/forgot-password/sent', `; ${prefix}zendrhax.asked=${asked}`),
  ];
  expect(sent).toContain('robin@people.test');
  return {
    people: signIn.includes('owner@acme.test'),
    folder: sent.includes(join(dataDir, 'mail')),
  };
}
