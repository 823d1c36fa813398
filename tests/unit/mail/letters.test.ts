import { expect, test } from 'vitest';
import { LOCALES } from '@/lib/i18n/locale';
import { codeInText } from '@/lib/identity/links/code-in-text';
import { MAIL_KINDS, type MailKind, writeMail } from '@/lib/mail/write-mail';
import en from '@/messages/en.json';
import es from '@/messages/es.json';
import { contrastOf } from '../../support/colors';

const TOKEN = 'aZ-_'.repeat(10).concat('end');
const WORKSPACE = 'Acme';

const VALUES = {
  name: 'Robin',
  provider: 'GitHub',
  workspace: WORKSPACE,
  inviter: 'Alex Kim',
  formerOwner: 'Alex Kim',
  newOwner: 'Alex Kim',
  role: 'ADMIN',
  email: 'robin@example.com',
  topic: 'Plans',
  message: 'Hello <b>you</b>',
  key: 'Nightly export',
  hint: 'sk_a1b2…9f0e',
  days: 14,
  requests: 4_711,
  as: 'owner',
  end: 'retired',
  newHint: 'sk_9f0e…a1b2',
  retire: 'after-use',
  program: 'curl',
  address: '203.0.113.7',
  done: 'paused',
};

/** Those whose link has a code. */
const WITH_CODE: MailKind[] = ['confirmRegistration', 'resetPassword', 'invitation', 'teamAddress'];
/** Those that go to members of a workspace, present or former, and so may name it in their subject. */
const TO_MEMBERS: MailKind[] = [
  'ownershipReceived',
  'ownershipGiven',
  'memberRemoved',
  'keyExpires',
  'keyStillTried',
  'keySomewhereNew',
  'keyCreated',
  'keyRotated',
  'keyReported',
];
/** Subjects with a value that is one of a list of ours. */
const CHOSEN: Partial<Record<MailKind, string>> = {
  contact: 'topic',
  providerLinked: 'provider',
  providerRemoved: 'provider',
};

const every = LOCALES.flatMap((locale) => MAIL_KINDS.map((kind) => [kind, locale] as const));

/** Those with a second button. */
const TWO: MailKind[] = ['keySomewhereNew'];
const second = (kind: MailKind) => (TWO.includes(kind) ? { secondPath: '/elsewhere' } : {});

/** A mail of any kind, as it is sent. */
function written(kind: MailKind, locale: (typeof LOCALES)[number], values: object = {}) {
  // Programs reply to a message of the contact form by themselves: it needs no button.
  const leads = kind === 'contact' ? {} : { path: '/there', ...second(kind) };
  const coded = WITH_CODE.includes(kind) ? { token: TOKEN } : {};
  const mail = { to: 'a@b.test', locale, values: { ...VALUES, ...values }, ...leads };
  return writeMail(kind, mail, coded);
}

/** What a person reads of a part in HTML, and what its preview is. */
function readHtml(html: string) {
  const body = /<body[\s\S]*$/.exec(html)?.[0] ?? '';
  const [, preview = ''] = /<div style="display:none[^>]*>([^&]+)/.exec(body) ?? [];
  const lines = body
    .replace(/<div style="display:none[\s\S]*?<\/div>/, '')
    .replaceAll(/<\/(?:p|td|a)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name) => ENTITIES[name] ?? '')
    .split('\n')
    .filter((line) => line.trim());
  return { preview, lines };
}
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

test.each(every)('%s in %s has two parts that say the same', (kind, locale) => {
  const { subject, text, html } = written(kind, locale);
  const { lines } = readHtml(html);
  expect(html).toContain(`<html lang="${locale}">`);
  expect(html).toContain(`<title>${subject}</title>`);
  // The button and its address stand apart in both, with a sentence between them in HTML.
  const address = { en, es }[locale].mail.common.address;
  const inText = text.split('\n').filter((line) => line && line !== '-- ');
  const inHtml = lines.filter((line) => line !== address && !/^Z$|^Zendrhax$/.test(line));
  expect(inText.map((line) => line.replace(/:$/, ''))).toEqual(
    inHtml.map((line) => line.replace(/:$/, '')),
  );
});

test.each(every)('%s in %s says beside its subject what that does not', (kind, locale) => {
  const { subject, html } = written(kind, locale);
  const { preview } = readHtml(html);
  expect(preview.length).toBeGreaterThan(20);
  expect(preview.length).toBeLessThan(110);
  expect(preview).not.toContain(subject);
});

test.each(every)('%s in %s has its buttons, and loads nothing', (kind, locale) => {
  const { html } = written(kind, locale);
  const buttons = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, url]) => url);
  const leadsTo = `http://localhost:3000/there${WITH_CODE.includes(kind) ? `#${TOKEN}` : ''}`;
  const other = TWO.includes(kind) ? ['http://localhost:3000/elsewhere'] : [];
  expect(buttons).toEqual(kind === 'contact' ? [] : [leadsTo, ...other]);
  expect(html).not.toMatch(
    /<(script|img|link|iframe|svg|object|video)\b|\bsrc=|url\(|@import|@font/i,
  );
  // An address that nobody can press loads nothing.
  expect(html.replaceAll(/>[^<]*</g, '><').match(/https?:[^"]*/g) ?? []).toEqual(buttons);
});

test.each(every)('%s in %s keeps its code in one piece, by itself', (kind, locale) => {
  const { text, html } = written(kind, locale);
  if (!WITH_CODE.includes(kind)) return expect(text + html).not.toContain(TOKEN);
  expect(text.split('\n')).toContain(TOKEN);
  expect(html).toContain(`>${TOKEN}</td>`);
  // Whoever selects too much pastes all of it.
  expect(codeInText(text)).toBe(TOKEN);
  expect(html).toMatch(/<td translate="no" [^>]*user-select:all[^>]*word-break:break-all/);
});

test.each(every)('%s in %s can be read in a light and in a dark program', (kind, locale) => {
  const { html } = written(kind, locale);
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  const dark = Object.fromEntries(
    [...html.matchAll(/\.(\w+)\{([^}]*)\}/g)].map(([, name, rule]) => [name, rule ?? '']),
  );
  const pairs = [false, true].flatMap((isDark) => readColors(html, isDark ? dark : {}));
  expect(pairs.length).toBeGreaterThan(8);
  for (const { ink, paper, text } of pairs) {
    expect(contrastOf(ink, paper), `${text}: ${ink} on ${paper}`).toBeGreaterThanOrEqual(4.5);
  }
});

/** Each text with its colour and what it stands on, from the elements that it is in. */
function readColors(html: string, rules: Record<string, string>) {
  const around: { ink?: string; paper?: string }[] = [];
  const found: { ink: string; paper: string; text: string }[] = [];
  const body = (/<body[\s\S]*$/.exec(html)?.[0] ?? '').replace(
    /<div style="display:none[\s\S]*?<\/div>/,
    '',
  );
  for (const [, closes, tag = '', text = ''] of body.matchAll(/<(\/?)([^>]*)>([^<]*)/g)) {
    if (closes) around.pop();
    else {
      const style = `${/style="([^"]*)"/.exec(tag)?.[1]};${rules[/class="(\w+)"/.exec(tag)?.[1] ?? ''] ?? ''}`;
      const last = (name: string) =>
        [...style.matchAll(new RegExp(`(?:^|;)${name}:(#\\w+)`, 'g'))].at(-1)?.[1];
      const [ink, paper] = [last('color'), last('background-color')];
      around.push({ ...around.at(-1), ...(ink && { ink }), ...(paper && { paper }) });
    }
    const { ink = '', paper = '' } = around.at(-1) ?? {};
    if (text.trim()) found.push({ ink, paper, text: text.trim() });
  }
  return found;
}

test.each(every)('%s in %s has in its subject what is safe there', (kind, locale) => {
  const { subject } = { en, es }[locale].mail[kind];
  const quoted = TO_MEMBERS.includes(kind) && (locale === 'en' ? '“workspace”' : '«workspace»');
  const named = [...subject.matchAll(/(\S?)\{(\w+)\}(\S?)/g)].map((match) =>
    match.slice(1).join(''),
  );
  expect(named).toEqual([quoted || CHOSEN[kind]].filter(Boolean));
});

test.each([
  ['Acme', '“Acme”'],
  ['A\r\nBcc: victim@example.com', '“A Bcc: victim@example.com”'],
  ['Acme” - your password has expired: “now', "“Acme' - your password has expired: 'now”"],
  ['W'.repeat(60), `“${'W'.repeat(39)}…”`],
  ['👩🏽‍💻'.repeat(41), `“${'👩🏽‍💻'.repeat(39)}…”`],
  ['abc \u202egnihsihp', '“abc gnihsihp”'],
  ['مساحة', '“\u2068مساحة\u2069”'],
])('a workspace called %j is quoted in a subject as %s', (workspace, quoted) => {
  for (const kind of TO_MEMBERS) {
    const { subject } = written(kind, 'en', { workspace });
    expect(subject).toContain(quoted);
    expect(subject).not.toMatch(/[\r\n]/);
  }
});

test.each(['ownershipReceived', 'invitation'] as const)(
  'a name writes into no part of %s',
  (kind) => {
    const name = '<a href="https://evil.test">{click}</a> </title><b>';
    const { text, html } = written(kind, 'en', { name, workspace: name, inviter: name });
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    expect(html).not.toContain('<b>');
    expect(text).toContain(name);
  },
);

test.each(LOCALES)(
  'a mail about a change says in %s when it was, where its reader is',
  (locale) => {
    const mail = { to: 'a@b.test', locale, values: VALUES, path: '/there' };
    const at = new Date('2026-12-01T02:05:12Z');
    const { text, html } = writeMail('passwordChanged', mail, {
      happened: { at, timeZone: 'America/New_York' },
    });
    const told = {
      en: 'When: Nov 30, 2026, 21:05 EST (Dec 1, 02:05 UTC).',
      es: 'Cuándo: 30 nov 2026, 21:05 GMT-5 (1 dic, 02:05 UTC).',
    }[locale];
    expect(text.split('\n')).toContain(told);
    expect(readHtml(html).lines).toContain(told);
  },
);
