import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { perRequest, processorTime, total } from './processor-time';
import type { Program } from './program';
import { table } from './table';

const TIMES = 1_000;
const WARM_UP = 300;

/** Nearly as long as a head may be. */
const HEAD = 14_000;
/** Nearly as long as a body of JSON may be. */
const BODY = 60_000;

type Sent = { method?: string; path: string; headers?: OutgoingHttpHeaders; body?: string };

const JSON_TYPE = { 'Content-Type': 'application/json' };
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const wrongKey = { Authorization: `Bearer sk_${'0'.repeat(64)}` };

/** Refused for its key, and as long as what it stands beside. */
const REFUSED = {
  head: { path: '/api/me', headers: { ...wrongKey, 'X-Filler': 'x'.repeat(HEAD) } },
  body: { method: 'POST', path: '/api/invoices', headers: JSON_TYPE, body: 'x'.repeat(BODY) },
} satisfies Record<string, Sent>;

/** What anybody may send, each as dear as its kind has ever been, here or elsewhere. */
const KINDS: Record<string, Sent & { beside: keyof typeof REFUSED }> = {
  'slashes in the path': { beside: 'head', path: `/api${'/'.repeat(HEAD)}x` },
  'parts of a path': { beside: 'head', path: `/api/${'a/'.repeat(HEAD / 2)}x` },
  'escapes in the path': { beside: 'head', path: `/api/invoices/${'%25'.repeat(HEAD / 3)}` },
  'parameters of a list': { beside: 'head', path: `/api/invoices?${'a=b&'.repeat(HEAD / 4)}` },
  'spaces in Authorization': {
    beside: 'head',
    path: '/api/me',
    headers: { Authorization: `Bearer${' '.repeat(HEAD)}x` },
  },
  'cookies without an end': {
    beside: 'head',
    path: '/api/auth/session',
    headers: { Cookie: 'a=b; '.repeat(HEAD / 5) },
  },
  'addresses in X-Forwarded-For': {
    beside: 'head',
    path: '/api/me',
    headers: { ...wrongKey, 'X-Forwarded-For': '1.1.1.1, '.repeat(HEAD / 9) },
  },
  'media types in Accept': {
    beside: 'head',
    path: '/api/openapi.json',
    headers: { Accept: 'text/*;q=0.1, '.repeat(HEAD / 14) },
  },
  'an error of a provider': {
    beside: 'head',
    path: `/api/auth/callback/google?error=${'cookie:+['.repeat(HEAD / 9)}`,
  },
  'the document': { beside: 'head', path: '/api/openapi.json' },
  'JSON without an end': {
    beside: 'body',
    method: 'POST',
    path: '/api/invoices',
    headers: { ...JSON_TYPE, ...wrongKey },
    body: '['.repeat(BODY),
  },
  'fields of a sign-in': {
    beside: 'body',
    method: 'POST',
    path: '/api/auth/callback/credentials',
    headers: FORM,
    body: 'a=b&'.repeat(BODY / 4),
  },
};

/** They are drawn for a person, and limited where they are dear: named apart. */
const PAGES = ['/', '/sign-in', '/help/api-keys', '/plans', '/docs', '/nowhere'];

/**
 * What requests without a key cost the server in processor time, beside one that is refused and as
 * long: nobody may stop it with what it has not asked for (ASVS 2.4.1, 15.2.2).
 * @returns two Markdown tables, of requests and of pages
 */
export async function compareKeyless(program: Program): Promise<string> {
  await program.start();
  const refused = {
    head: await timeOf(program, REFUSED.head),
    body: await timeOf(program, REFUSED.body),
  };
  const rows = [];
  for (const [name, { beside, ...sent }] of Object.entries(KINDS)) {
    const time = await timeOf(program, sent);
    rows.push([name, ...shown(time, refused[beside]), '≤ 20']);
  }
  const pages = [];
  for (const path of PAGES) {
    pages.push([path, ...shown(await timeOf(program, { path }, 60), refused.head)]);
  }
  await program.stop();
  const header = ['server µs', 'one that is refused, µs', 'ratio'];
  return `${table(['without a key', ...header, ''], rows)}\n\n${table(['page', ...header], pages)}`;
}

const shown = (time: number, beside: number) => [
  time.toFixed(0),
  beside.toFixed(0),
  (time / beside).toFixed(1),
];

/** @returns microseconds of a processor that one request takes */
async function timeOf(program: Program, sent: Sent, times = TIMES): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = async (amount: number) => {
    for (let time = 0; time < amount; time++) await answer(program, agent, sent);
  };
  await ask(Math.min(WARM_UP, times));
  const before = processorTime(program.pid);
  await ask(times);
  const after = processorTime(program.pid);
  agent.destroy();
  return total(perRequest(before, after, times));
}

/** Sends a request from an address of its own, so that no limit makes the next one cheaper. */
function answer(program: Program, agent: Agent, { path, body, ...sent }: Sent): Promise<void> {
  const from = `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`;
  const headers = { 'X-Forwarded-For': from, ...sent.headers };
  return new Promise((done, fail) => {
    const asked = request(program.origin + path, { agent, ...sent, headers }, (response) =>
      response.resume().once('end', done).once('error', fail),
    );
    asked.once('error', fail).end(body);
  });
}
