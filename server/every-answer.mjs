/**
 * What every answer says, whoever makes it: Next.js sends redirects, refusals of route handlers and
 * what it does not find without most of it.
 * @import { ServerResponse } from 'node:http'
 */
import { NO_PAGE_POLICY, SECURITY_HEADERS } from '../lib/facts/response-headers.mjs';

const UNLESS_SAID = [
  ...SECURITY_HEADERS,
  NO_PAGE_POLICY,
  { key: 'Cache-Control', value: 'private, no-store' },
];

/** A type of text that leaves it to the reader to guess its characters. */
const NO_CHARSET = /^text\/[^;]+$/i;

/**
 * Whether an answer takes the session's cookie back. The browser then forgets what pages of the session
 * have left with it (ASVS 14.3.1), but for other cookies: one of them makes it a known device.
 * @param {ServerResponse} response
 */
const signsOut = (response) =>
  [response.getHeader('Set-Cookie') ?? []]
    .flat()
    .some((cookie) => /^(?:__Host-)?zendrhax\.session=;/.test(String(cookie)));

/**
 * Adds to an answer, once it begins, the headers that nobody has given it.
 * @param {ServerResponse} response
 * @returns the same
 */
export function completed(response) {
  const { writeHead } = response;
  /** @type {(status: number, ...given: unknown[]) => ServerResponse} */
  const writeAll = (status, ...given) => {
    const headers = given.find((one) => typeof one === 'object') ?? {};
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    for (const { key, value } of UNLESS_SAID) {
      if (!response.hasHeader(key)) response.setHeader(key, value);
    }
    if (signsOut(response)) response.setHeader('Clear-Site-Data', '"cache", "storage"');
    const type = String(response.getHeader('Content-Type') ?? '');
    if (NO_CHARSET.test(type)) response.setHeader('Content-Type', `${type}; charset=utf-8`);
    return Reflect.apply(writeHead, response, [status]);
  };
  response.writeHead = writeAll;
  return response;
}
