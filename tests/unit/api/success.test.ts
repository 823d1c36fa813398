import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { changed, read } from '@/lib/api/endpoint/success';
import { assertMayChange, codedTag, etagOf, NO_PRECONDITIONS } from '@/lib/etag';

const BODY = { text: 'What an answer says. '.repeat(200) };
const TEXT = JSON.stringify(BODY);
const PLAIN = etagOf(TEXT);

const ask = (headers: Record<string, string>, body: unknown = BODY, kept?: Map<string, never>) =>
  read(body, new Map(), { headers: new Headers(headers) }, { etag: true, ...(kept && { kept }) });

const tagged = (etag: string, accepted: string) =>
  ask({ 'If-None-Match': etag, 'Accept-Encoding': accepted });

test('an answer is compressed as its caller accepts, and has a strong tag of its own', async () => {
  const whole = await ask({});
  const gzip = await ask({ 'Accept-Encoding': 'gzip' });
  const br = await ask({ 'Accept-Encoding': 'gzip, br' });
  expect(whole.body).toBe(TEXT);
  expect(gunzipSync(gzip.body as Buffer).toString()).toBe(TEXT);
  expect(brotliDecompressSync(br.body as Buffer).toString()).toBe(TEXT);
  const tags = [whole, gzip, br].map(({ headers }) => headers.get('ETag'));
  expect(tags).toEqual([PLAIN, codedTag(PLAIN, 'gzip'), codedTag(PLAIN, 'br')]);
  expect(new Set(tags).size).toBe(3);
});

test('304 goes to whoever has it in the coding that they would get, or as it is', async () => {
  const gzip = codedTag(PLAIN, 'gzip');
  for (const [tag, accepted] of [
    [gzip, 'gzip'],
    [PLAIN, 'gzip'],
    [PLAIN, ''],
  ] as const) {
    const { status, headers, body } = await tagged(tag, accepted);
    expect([status, headers.get('ETag'), body]).toEqual([304, tag, null]);
    expect(headers.get('Vary')).toBe('Accept-Encoding');
    expect(headers.has('Content-Encoding')).toBe(false);
  }
  for (const accepted of ['', 'br']) expect((await tagged(gzip, accepted)).status).toBe(200);
});

test('a short answer varies with nothing', async () => {
  const { headers, body } = await ask({ 'Accept-Encoding': 'br' }, { status: 'ok' });
  expect(body).toBe('{"status":"ok"}');
  expect([...headers.keys()].sort()).toEqual(['Content-Type', 'ETag']);
});

test('a document is compressed once for all who ask', async () => {
  const kept = new Map<string, never>();
  const accepted = { 'Accept-Encoding': 'br' };
  const [first, second] = [await ask(accepted, BODY, kept), await ask(accepted, BODY, kept)];
  expect(second.body).toBe(first.body);
  expect(kept.size).toBe(1);
  expect((await ask({ 'Accept-Encoding': 'gzip' }, BODY, kept)).body).not.toBe(first.body);
});

test('the answer to a change is not compressed', () => {
  const { body, headers } = changed(BODY, 201, new Map(), { etag: true });
  expect(body).toBe(TEXT);
  expect(headers.get('ETag')).toBe(PLAIN);
});

describe('a change', () => {
  const change = (ifMatch: string | null, ifNoneMatch: string | null = null) =>
    assertMayChange({ ...NO_PRECONDITIONS, ifMatch, ifNoneMatch }, PLAIN);
  const refused = expect.objectContaining({ code: 'precondition_failed' });

  test('goes through by the tag of any coding', () => {
    for (const coding of [null, 'gzip', 'br']) change(codedTag(PLAIN, coding));
    change(`"x", ${codedTag(PLAIN, 'br')}`);
  });

  test('does not by a weak one, nor by that of another body', () => {
    for (const tag of [`W/${PLAIN}`, `W/${codedTag(PLAIN, 'br')}`, codedTag(etagOf('x'), 'br')]) {
      expect(() => change(tag)).toThrow(refused);
    }
  });

  test('does not if it must be another one, in whichever coding that was read', () => {
    for (const coding of [null, 'gzip', 'br']) {
      expect(() => change(null, codedTag(PLAIN, coding))).toThrow(refused);
    }
    change(null, codedTag(etagOf('x'), 'br'));
  });
});
