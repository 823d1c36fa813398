import type { NextRequest } from 'next/server';
import nextAuth from 'next-auth';
import { refusal } from '@/lib/api/route';
import { authOptions } from '@/lib/auth/options';
import { AppError } from '@/lib/errors';

type Context = { params: Promise<{ nextauth: string[] }> };

/** Left out: `_log`, which lets anyone on the network write into the log. */
const ACTIONS = ['callback', 'csrf', 'error', 'providers', 'session', 'signin', 'signout'];

async function handler(request: NextRequest, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth;
  if (!action || !ACTIONS.includes(action)) return refusal(new AppError('not_found'));
  return nextAuth(request, context, authOptions());
}

export { handler as GET, handler as POST };
