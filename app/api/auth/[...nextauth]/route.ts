import type { NextRequest } from 'next/server';
import nextAuth from 'next-auth';
import { refuse } from '@/lib/api/endpoint/refuse';
import { handlerOf, methodNotAllowed, options } from '@/lib/api/endpoint/route';
import { asSent, toResponse } from '@/lib/api/exchange/framework';
import { AppError } from '@/lib/errors';
import { CALLBACK_COOKIE, wrongCallback } from '@/lib/identity/sign-in/callback-url';
import { authOptions } from '@/lib/identity/sign-in/options';
import { log } from '@/lib/process/log';
import { clientAddress } from '@/lib/request/client-address';
import { isSecure } from '@/lib/request/cookie-name';

type Context = { params: Promise<{ nextauth: string[] }> };

const PATH = '/api/auth/*';
const ALLOW = 'GET, HEAD, POST, OPTIONS';

/**
 * The next-auth actions that sign-in needs. Left out: `session` and `signout`, which the product
 * does itself, and `_log`, which lets anyone write into the log.
 */
const ACTIONS = ['callback', 'csrf', 'error', 'providers', 'signin'];

/** A sign-in form is a few hundred bytes; next-auth would read any length into memory. */
const MAX_BODY_BYTES = 16_384;

async function handler(request: NextRequest, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth;
  if (!action || !ACTIONS.includes(action)) return refused(new AppError('not_found'), request);
  const { method, headers } = request;
  // In production a form that came without its length has one by now (server/whole-body.mjs).
  const isUnsaid = headers.has('transfer-encoding');
  const length = isUnsaid ? Number.POSITIVE_INFINITY : Number(headers.get('content-length') ?? 0);
  if (method === 'POST' && !(length <= MAX_BODY_BYTES)) {
    return refused(new AppError('payload_too_large'), request);
  }
  const wrong = wrongCallback(request);
  if (wrong) return refuseCallback(wrong, request);
  return sayWhy(await nextAuth(request, context, authOptions()), request);
}

/**
 * next-auth leads who posted another token than their cookie's back to sign-in, without a word. The log
 * has it: a page of another site may have sent it (ASVS 16.3.3).
 */
function sayWhy(answer: Response, { nextUrl, headers }: NextRequest): Response {
  const location = answer.headers.get('location');
  if (location?.endsWith('/signin?csrf=true')) {
    answer.headers.set('location', `${location}&error=FormExpired`);
    const line = { path: nextUrl.pathname, clientAddress: clientAddress(headers) };
    log.warn(line, 'form with another CSRF token refused');
  }
  return answer;
}

/** A cookie that holds no address would keep its browser out until it is gone. */
async function refuseCallback(place: 'query' | 'cookie', request: NextRequest): Promise<Response> {
  const detail = 'callbackUrl is the address to return to: a path, or one with http or https.';
  const answer = await refused(new AppError('invalid_request', { detail }), request);
  if (place === 'cookie') {
    const secure = isSecure ? '; Secure' : '';
    answer.headers.append('Set-Cookie', `${CALLBACK_COOKIE}=; Path=/; Max-Age=0${secure}`);
  }
  return answer;
}

const refused = async (error: AppError, request: NextRequest) =>
  toResponse(request, await refuse(error, asSent(request), PATH));

const notAllowed = handlerOf(methodNotAllowed(PATH, ALLOW));
const OPTIONS = handlerOf(options(PATH, ALLOW));

export {
  handler as GET,
  handler as POST,
  notAllowed as DELETE,
  notAllowed as PATCH,
  notAllowed as PUT,
  OPTIONS,
};
