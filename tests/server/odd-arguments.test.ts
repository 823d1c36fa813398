import { hash } from '@node-rs/argon2';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type BuiltAction, builtActions, withForm } from '../support/actions';
import { startApiServer } from '../support/api-server';
import { cookieOf } from '../support/session';

const PASSWORD = 'four words and ñandú';

type Api = Awaited<ReturnType<typeof startApiServer>>;
let api: Api;

/** Whom and what the arguments of the actions name, as the page would have it. */
let own: { userId: string; workspaceId: string; keyId: string };

beforeAll(async () => {
  api = await startApiServer({ LOG_LEVEL: 'warn', TRUSTED_PROXIES: '127.0.0.0/8,::1' });
  const workspace = await api.makeWorkspace();
  const { userId: id } = workspace.owner;
  const passwordHash = await hash(PASSWORD.normalize('NFC'));
  await api.db.user.update({ where: { id }, data: { passwordHash }, select: { id: true } });
  const { apiKey } = await api.makeApiKey(workspace);
  own = { userId: workspace.owner.userId, workspaceId: workspace.id, keyId: apiKey.id };
});

afterAll(() => api?.stop());

/** JSON as React's client writes it, in which a text with a `$` at its start has a meaning. */
const ODD = {
  nothing: '"$undefined"',
  null: 'null',
  'a number': '7',
  yes: 'true',
  'a text': '"x"',
  'an empty text': '""',
  'a zero character': '"\\u0000"',
  'half a character': '"\\ud800"',
  'a list': '[1,"x",null]',
  'an object': '{"a":1}',
  'an object with toString': '{"toString":"x","valueOf":null}',
  'keys of prototypes': '{"__proto__":{"a":1},"constructor":{"prototype":{}},"then":"x"}',
  'what looks like a promise': '{"then":null,"get":"x","getAll":7}',
  'a form that is not there': '"$K9"',
};

/** What React throws at, or makes other things of than our pages send. */
const UNREADABLE = {
  'not a number': '"$NaN"',
  'a day': '"$D2026-01-01T00:00:00.000Z"',
  'a row that is not there': '"$9"',
  'a promise of a row that is not there': '"$@9"',
  'an action that is not there': '"$h9"',
  'a map that is none': '"$Q9"',
  'an integer that is none': '"$nx"',
  'an iterator that is none': '"$i9"',
  'a long text': JSON.stringify('x'.repeat(200_000)),
  'many levels': `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
};

const ODD_FIELDS: Record<string, string | Blob | null> = {
  nothing: null,
  'a zero character': 'x\0x',
  'a zero character alone': '\0',
  'a file': new Blob(['x']),
  'a long text': 'x'.repeat(20_000),
};

/** What a form may hold; whatever of it an action does not read, it ignores. */
const USUAL = new Map([
  ['name', () => 'Robin Doe'],
  ['email', () => `${crypto.randomUUID()}@people.test`],
  ['password', () => PASSWORD],
  ['currentPassword', () => PASSWORD],
  ['role', () => 'USER'],
  ['minutes', () => '60'],
  ['topic', () => 'other'],
  ['message', () => 'Hello.'],
  ['id', () => own.keyId],
]);

/** Every field that an action reads. Those of a key are in its schema. */
function fieldsIn({ name, source }: BuiltAction): string[] {
  const said = [...source.matchAll(/'(\w+)'/g)].map(([, field]) => String(field));
  const ofKeys = ['name', 'note', 'scopes', 'expiresInDays', 'lastDay'];
  return [...new Set([...said, ...(name.includes('api-keys') ? ofKeys : []), '__proto__'])];
}

/** What an action is to be told, as its page would, before it looks at the rest. */
function firstArguments({ source }: BuiltAction): string[][] {
  const { userId, workspaceId, keyId } = own;
  if (/require(Owner|Member)\(\{/.test(source)) {
    return /\b(id|\w+Id|slug): unknown,\s/.test(source.replace('shownWorkspaceId', ''))
      ? [[workspaceId, keyId]]
      : [[workspaceId]];
  }
  return source.includes('requirePerson({') ? [[userId]] : [[]];
}

let addresses = 0;
const newAddress = () => `2001:db8::${(++addresses).toString(16)}`;

/** Asks as the Owner, who signs in anew: the action may end the session. */
async function callerOf(action: BuiltAction) {
  const Cookie = await cookieOf(own.userId);
  return async (
    body: string | FormData,
    by: Record<string, string> = { 'Next-Action': action.id },
  ) => {
    // Each request comes from an address of its own, and so has its own limits.
    const headers = new Headers({ Cookie, 'X-Forwarded-For': newAddress(), ...by });
    if (typeof body === 'string') headers.set('Content-Type', 'text/plain;charset=UTF-8');
    const address = `${api.server.origin}${action.page.replace('[id]', own.keyId)}`;
    const answer = await fetch(address, { method: 'POST', body, headers, redirect: 'manual' });
    await answer.arrayBuffer();
    return answer.status;
  };
}

/** The arguments that begin as they should, and go on with what is odd. */
const jsonOf = (first: string[], odd: string) =>
  `[${[...first.map((text) => JSON.stringify(text)), ...Array(5 - first.length).fill(odd)].join(',')}]`;

/** Asks each action in turn, and says which it could not cope with. */
async function failuresOf(
  ask: (action: BuiltAction) => AsyncGenerator<[what: string, status: number]>,
) {
  const failed: string[] = [];
  for (const action of builtActions()) {
    for await (const [what, status] of ask(action)) {
      if (status >= 500) failed.push(`${action.name}: ${what}: ${status}`);
    }
  }
  return failed;
}

/** Each action is asked dozens of times. */
const MANY = 400_000;

test(
  'every action refuses arguments of any shape',
  async () => {
    const failures = await failuresOf(async function* (action) {
      const call = await callerOf(action);
      for (const odd of [ODD.null, ODD['an object with toString']]) {
        yield [`only ${odd}`, await call(jsonOf([], odd))];
      }
      for (const first of firstArguments(action)) {
        for (const [what, odd] of Object.entries(ODD)) yield [what, await call(jsonOf(first, odd))];
      }
    });
    expect(failures).toEqual([]);
    expect(builtActions().length).toBeGreaterThan(35);
  },
  MANY,
);

test(
  'every action refuses fields of any content',
  async () => {
    const failures = await failuresOf(async function* (action) {
      const call = await callerOf(action);
      const names = fieldsIn(action);
      for (const first of firstArguments(action)) {
        for (const [what, odd] of Object.entries(ODD_FIELDS)) {
          for (const name of names) {
            const usual = names.filter((other) => other !== name);
            const fields = usual.map((other) => [other, USUAL.get(other)?.() ?? ''] as const);
            const all = odd === null ? fields : [...fields, [name, odd] as const];
            yield [`${name} is ${what}`, await call(withForm(first, all))];
          }
        }
      }
    });
    expect(failures).toEqual([]);
  },
  MANY,
);

test('what is no input of an action gets 400, with JavaScript and without', async () => {
  for (const action of builtActions().slice(0, 2)) {
    const call = await callerOf(action);
    for (const [what, odd] of Object.entries(UNREADABLE)) {
      expect(await call(jsonOf([], odd)), what).toBe(400);
      const named = new FormData();
      named.set('0', jsonOf([], odd));
      expect(await call(named), what).toBe(400);
      const form = new FormData();
      form.set('$ACTION_REF_1', '');
      form.set('$ACTION_1:0', JSON.stringify({ id: action.id, bound: '$@1' }));
      form.set('$ACTION_1:1', jsonOf([], odd));
      expect(await call(form, {}), what).toBe(400);
    }
    for (const named of [
      '',
      '{}',
      'null',
      '[]',
      '{"id":1}',
      `{"id":"${action.id}","bound":"$@9"}`,
    ]) {
      const form = new FormData();
      form.set('$ACTION_REF_1', '');
      form.set('$ACTION_1:0', named);
      expect(await call(form, {}), named).toBe(400);
    }
  }
});

/** Whatever was asked, nothing has failed on our side. */
afterEach(() => {
  const lines = api.server.output().split('\n');
  expect(lines.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
});
