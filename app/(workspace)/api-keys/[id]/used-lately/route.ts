import { CHANGES } from '@/app/(workspace)/api-keys/_parts/consequence';
import { usedLately } from '@/app/(workspace)/api-keys/_parts/used-lately';
import { findKey } from '../find-key';

type Context = { params: Promise<{ id: string }> };

/**
 * What used a key in the last 24 hours, and what a change would take away, for the question before it.
 * Not an action: the browser sends those one after the other, and a revocation waits for nothing.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('change');
  const change = CHANGES.find((one) => one === asked);
  return new Response(await usedLately(await findKey((await params).id), change), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
