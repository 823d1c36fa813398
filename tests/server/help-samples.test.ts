import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseYaml } from '@redocly/openapi-core';
import { parse as parseToml } from 'smol-toml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOCALES, type Locale } from '@/lib/i18n/locale';
import { startApiServer } from '../support/api-server';
import { assertFindsKeys } from '../support/leaks';
import { sendRaw, statusesOf } from '../support/raw-http';
import { isProgram, runSample, samplesIn, shapeOf } from '../support/samples';
import { readTexts, type Sample } from '../support/texts';

const EXAMPLE_ORIGIN = 'https://app.example.com';
const EXAMPLE_HOST = 'app.example.com';
const INVOICES = 120;

type Answer = { status: number; headers: Headers; body: Record<string, unknown> };

type Workflow = { jobs: Record<string, { steps: { run?: string }[] }> };
type Rules = { extend: object; rules: { regex: string; keywords: string[] }[] };
type Detectors = { detectors: { keywords: string[]; regex: { key: string } }[] };

let api: Awaited<ReturnType<typeof startApiServer>>;
/** Real answers of the API, for the samples that show one. */
let answers: Answer[];
let folder: string;
/** A key as someone has it in a terminal: in a repository where one has leaked. */
let terminal: Parameters<typeof runSample>[1];

beforeAll(async () => {
  api = await startApiServer({ CONTACT_EMAIL: 'Team <team@zendrhax.test>' });
  const workspace = await api.makeWorkspace({ plan: 'enterprise' });
  const { secret } = await api.makeApiKey(workspace);
  const days = { issuedOn: new Date('2027-01-01'), dueOn: new Date('2027-01-31') };
  await api.makeInvoices(workspace.id, INVOICES - 2);
  await api.makeInvoice(workspace.id, {
    status: 'OPEN',
    number: 42,
    reference: 'order-4711',
    ...days,
  });

  const slow = await api.makeWorkspace({ plan: { requestsPerMinute: 1 } });
  const { secret: slowKey } = await api.makeApiKey(slow);
  const draft = {
    customer: 'Northwind Traders',
    currency: 'EUR',
    due_on: '2027-01-31',
    lines: [{ description: 'Consulting hours', quantity: 3, unit_amount: 12_500 }],
  };
  answers = [
    await ask('/api/me', secret),
    await ask('/api/invoices?limit=1', secret),
    await ask('/api/me', `sk_${randomBytes(32).toString('hex')}`),
    await ask('/api/me', slowKey),
    await ask('/api/me', slowKey),
    await ask('/api/invoices', secret, draft),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 401, 200, 429, 201]);

  folder = mkdtempSync(join(tmpdir(), 'zendrhax-help-'));
  // A curl that fails when the API refuses, without a word of the sample being changed.
  writeFileSync(join(folder, '.curlrc'), 'fail\nsilent\nshow-error\n');
  writeFileSync(join(folder, 'leaked.env'), `KEY=sk_${randomBytes(32).toString('hex')}\n`);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Robin', '-c', 'user.email=robin@people.test', ...args], {
      cwd: folder,
    });
  git('init', '--quiet');
  git('add', 'leaked.env');
  git('commit', '--quiet', '--message', 'Oops');
  const env = {
    ...process.env,
    CURL_HOME: folder,
    ZENDRHAX_API_KEY: secret,
    INVOICE_ID: String(answers.at(-1)?.body.id),
  };
  terminal = { env, cwd: folder, input: `${secret}\n` };
});

afterAll(async () => {
  await api?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

/** @param content what is posted; without it, this is a GET */
async function ask(path: string, key: string, content?: object): Promise<Answer> {
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
  const posted = { method: 'POST', body: JSON.stringify(content) };
  const answer = await fetch(`${api.server.origin}${path}`, {
    headers,
    ...(content && posted),
  });
  const body = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, headers: answer.headers, body };
}

/** The samples of an article as it is served. */
async function samplesOf(slug: string, locale: Locale): Promise<Sample[]> {
  const page = await fetch(`${api.server.origin}/help/${slug}`, {
    headers: { cookie: `zendrhax.locale=${locale}` },
  });
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).toContain(`<html lang="${locale}"`);
  return samplesIn(html);
}

const ofLanguage = (samples: Sample[], language: string) =>
  samples.filter((sample) => sample.language === language).map(({ code }) => code);

/** What a sample must stand up to, by its language. A language without an entry is an error. */
const PROOFS: Record<string, (sample: Sample) => unknown> = {
  sh: (sample) => runSample(sample, terminal),
  js: (sample) => runSample(sample, terminal),
  python: (sample) => runSample(sample, terminal),
  powershell: assertAsksForAKey,
  json: assertLooksLikeAnAnswer,
  http: assertHasHeadersOfAnAnswer,
  request: assertIsAnswered,
  yaml: async ({ code }) => {
    const { jobs = {} } = parseYaml(code) as Partial<Workflow>;
    for (const { steps } of Object.values(jobs)) {
      for (const { run = 'true' } of steps) {
        await runSample({ language: 'sh', code: run }, terminal);
      }
    }
  },
  toml: ({ code }) => parseToml(code),
  regex: ({ code }) => toRegExp(code),
};

/** Nothing here runs PowerShell: it reads the key under the usual name, or sends it where it opens. */
async function assertAsksForAKey({ code }: Sample): Promise<void> {
  expect(code).toContain('$env:ZENDRHAX_API_KEY');
  const [address] = /https?:\/\/\S+/.exec(code) ?? [];
  if (!address) return;
  expect(code).toContain('Authorization = "Bearer $env:ZENDRHAX_API_KEY"');
  const path = address.replace(api.server.origin, '');
  expect((await ask(path, String(terminal.env.ZENDRHAX_API_KEY))).status).toBe(200);
}

function assertLooksLikeAnAnswer({ code }: Sample): void {
  const sample = JSON.parse(code);
  expect(answers.map(({ body }) => shapeOf(body))).toContainEqual(shapeOf(sample));
  if (!('code' in sample)) return;
  const constant = ({ type, title, status }: Record<string, unknown>) => ({ type, title, status });
  const real = answers.find(({ body }) => body.code === sample.code)?.body ?? {};
  expect(constant(sample)).toEqual(constant(real));
}

function assertHasHeadersOfAnAnswer({ code }: Sample): void {
  const [start = '', ...lines] = code.split('\n');
  const real = answers.find(({ status }) => status === Number(start.split(' ')[1]));
  const withoutNumbers = (value = '') => value.replace(/\d+/g, '0');
  for (const line of lines) {
    const [, name = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? [];
    expect(withoutNumbers(real?.headers.get(name) ?? ''), line).toBe(withoutNumbers(value));
  }
  expect(lines.length).toBeGreaterThan(0);
}

/** Sends the request byte for byte, with a key where it says that one belongs. */
async function assertIsAnswered({ code }: Sample): Promise<void> {
  const { host, port } = new URL(api.server.origin);
  expect(code.split('\n')).toContain(`Host: ${host}`);
  const request = code.replace('sk_<your key>', String(terminal.env.ZENDRHAX_API_KEY));
  // The connection is closed after the answer, or the test would wait for the server to do so.
  const lines = [...request.split('\n'), 'Connection: close', '', ''];
  expect(statusesOf(await sendRaw(Number(port), lines))).toEqual([200]);
}

/** An expression of Hyperscan or Go, which these samples write as JavaScript does, anchors aside. */
const toRegExp = (source: string) =>
  new RegExp(source.replaceAll('\\A', '^').replaceAll('\\z', '$'));

const proved = new Set<string>();

/** Once for each sample: most are the same on the pages of both languages. */
async function prove(sample: Sample): Promise<void> {
  const text = `${sample.language} ${sample.code}`;
  if (proved.has(text)) return;
  const proof = PROOFS[sample.language];
  if (!proof) throw new Error(`Nothing proves a sample in ${sample.language}.`);
  await proof(sample);
  proved.add(text);
}

test.each(readTexts('help').map(({ locale, slug, samples }) => [slug, locale, samples] as const))(
  'every sample of /help/%s in %s stands up as the page shows it',
  async (slug, locale, written) => {
    const shown = await samplesOf(slug, locale);
    const { origin } = api.server;
    expect(shown).toEqual(
      written.map(({ language, code }) => ({
        language,
        code: code
          .replaceAll(EXAMPLE_ORIGIN, origin)
          .replaceAll(EXAMPLE_HOST, new URL(origin).host),
      })),
    );
    for (const sample of shown) await prove(sample);
  },
);

test('the privacy policy names the address that the operator gave', async () => {
  const page = await (await fetch(`${api.server.origin}/legal/privacy`)).text();
  expect(page).toContain('href="mailto:team@zendrhax.test"');
});

test('legal texts have no samples, and so need no proof', () => {
  expect(readTexts('legal').flatMap(({ samples }) => samples)).toEqual([]);
});

test.each(LOCALES)('the samples that read a whole list print all of it, in %s', async (locale) => {
  const samples = (await samplesOf('using-the-api', locale)).filter(
    (sample) => isProgram(sample) && sample.code.includes('cursor'),
  );
  expect(samples.map(({ language }) => language)).toEqual(['js', 'python']);
  const { body } = await ask('/api/invoices?limit=100', String(terminal.env.ZENDRHAX_API_KEY));
  const ids = (body.data as { id: string }[]).map(({ id }) => id);
  for (const sample of samples) {
    const lines = (await runSample(sample, terminal)).trim().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(INVOICES);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.slice(0, 100).map((line) => line.split(' ')[0])).toEqual(ids);
  }
});

test('the sample with an Idempotency-Key makes one invoice, however often it is run', async () => {
  const workspace = await api.makeWorkspace({ plan: 'pro' });
  const { secret } = await api.makeApiKey(workspace);
  const own = { ...terminal, env: { ...terminal.env, ZENDRHAX_API_KEY: secret } };
  const made = new Set<string>();
  for (const locale of LOCALES) {
    const samples = await samplesOf('using-the-api', locale);
    const [sample] = samples.filter(({ code }) => code.includes('Idempotency-Key'));
    if (!sample) throw new Error('There is no such sample.');
    for (let time = 0; time < 2; time++) made.add(await runSample(sample, own));
  }
  expect(made.size).toBe(1);
  expect((await ask('/api/invoices', secret)).body.data).toHaveLength(1);
});

test('the steps to the first invoice lead to one that is paid, as commands and as programs', async () => {
  const workspace = await api.makeWorkspace({ plan: 'pro' });
  const { secret } = await api.makeApiKey(workspace);
  const own: typeof terminal = { ...terminal, env: { ...terminal.env, ZENDRHAX_API_KEY: secret } };
  for (const locale of LOCALES) {
    for (const sample of (await samplesOf('first-invoice', locale)).filter(isProgram)) {
      const output = await runSample(sample, own);
      if (!sample.code.includes('order-1017-create')) continue;
      own.env = { ...own.env, INVOICE_ID: JSON.parse(output).id };
    }
  }
  const { data } = (await ask('/api/invoices', secret)).body as { data: object[] };
  expect(data).toHaveLength(3);
  for (const invoice of data) expect(invoice).toMatchObject({ status: 'paid', total: 37_500 });
});

test.each(LOCALES)(
  'the patterns for scanners find keys and nothing else, in %s',
  async (locale) => {
    const samples = await samplesOf('keeping-keys-safe', locale);

    const [format = '', before = '', after = ''] = ofLanguage(samples, 'regex');
    const github = toRegExp(`(?:${before})(${format})(?:${after})`);
    assertFindsKeys((text) => github.exec(text)?.[1]);

    const toml = parseToml(ofLanguage(samples, 'toml')[0] ?? '') as Partial<Rules>;
    const [rule] = toml.rules ?? [];
    if (!rule) throw new Error('There is no rule.');
    assertFindsKeys((text) => toRegExp(rule.regex).exec(text)?.[1]);
    expect(rule.keywords).toEqual(['sk_']);
    expect(toml.extend).toEqual({ useDefault: true });

    const documents = ofLanguage(samples, 'yaml').map((code) => parseYaml(code) as Detectors);
    const [detector] = documents.flatMap(({ detectors }) => detectors ?? []);
    if (!detector) throw new Error('There is no detector.');
    assertFindsKeys((text) => toRegExp(detector.regex.key).exec(text)?.[1]);
    expect(detector.keywords).toEqual(['sk_']);

    const looksLikeAKey = samples.find(({ code }) => code.startsWith('printf'));
    if (!looksLikeAKey) throw new Error('There is no test string.');
    expect(github.test(await runSample(looksLikeAKey, terminal))).toBe(true);
  },
);

test.each(LOCALES)(
  'the searches find a key in the files and in the history, in %s',
  async (locale) => {
    const searches = (await samplesOf('keeping-keys-safe', locale)).filter(({ code }) =>
      code.startsWith('git '),
    );
    const found = [];
    for (const sample of searches) found.push(await runSample(sample, terminal));
    expect(found).toEqual([
      expect.stringMatching(/^leaked\.env:1:KEY=sk_[0-9a-f]{64}\n$/),
      expect.stringMatching(/^[0-9a-f]+ Oops\n$/),
    ]);
  },
);
