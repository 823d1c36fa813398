import { findKey } from '../find-key';
import { firstRequestInWords } from './in-words';

type Context = { params: Promise<{ id: string }> };

/** How the first request with a key went, for a page that waits for it; 204 while there is none. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' };
  const told = await firstRequestInWords(await findKey((await params).id));
  return told ? Response.json(told, { headers }) : new Response(null, { status: 204, headers });
}
