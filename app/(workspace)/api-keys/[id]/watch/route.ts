import { readRecent } from '@/lib/api-keys/use/read-recent';
import { requireOwner } from '@/lib/auth/guards';
import { findKey } from '../find-key';
import { momentOf } from './moment';

type Context = { params: Promise<{ id: string }> };

/** What the page of a key would say now, for a page that was opened before. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { actor } = await requireOwner();
  const apiKey = await findKey((await params).id);
  const moment = momentOf(apiKey, await readRecent(actor, apiKey.id));
  return new Response(moment, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
