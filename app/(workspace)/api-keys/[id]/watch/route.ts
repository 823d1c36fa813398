import { findKey } from '../find-key';
import { momentOf } from './moment';

type Context = { params: Promise<{ id: string }> };

/** What the page of a key would say now, for a page that was opened before. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return new Response(momentOf(await findKey((await params).id)), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
