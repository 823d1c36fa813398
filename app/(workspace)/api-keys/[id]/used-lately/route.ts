import { usedLately } from '@/app/(workspace)/api-keys/_parts/used-lately';
import { findKey } from '../find-key';

type Context = { params: Promise<{ id: string }> };

/**
 * What used a key in the last 24 hours, for the question before Revoke. Not an action: the browser
 * sends those one after the other, and a revocation waits for nothing.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return new Response(await usedLately(await findKey((await params).id)), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
