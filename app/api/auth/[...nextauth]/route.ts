import type { NextRequest } from 'next/server';
import nextAuth from 'next-auth';
import { refusal } from '@/lib/api/route';
import { authOptions } from '@/lib/auth/options';
import { AppError } from '@/lib/errors';

type Context = { params: Promise<{ nextauth: string[] }> };

/** Left out: `_log`, which lets anyone on the network write into the log. */
const ACTIONS = ['callback', 'csrf', 'error', 'providers', 'session', 'signin', 'signout'];

/** A sign-in form is a few hundred bytes; next-auth would read any length into memory. */
const MAX_BODY_BYTES = 16_384;

async function handler(request: NextRequest, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth;
  if (!action || !ACTIONS.includes(action)) return refusal(new AppError('not_found'));
  const { method, headers } = request;
  const length = Number(headers.get('content-length') ?? Number.NaN);
  if (method === 'POST' && !(length <= MAX_BODY_BYTES)) {
    return refusal(new AppError('invalid_request'));
  }
  return nextAuth(request, context, authOptions());
}

export { handler as GET, handler as POST };
