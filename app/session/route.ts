import { getSession } from '@/lib/identity/sessions/guards';

/** Which session this browser has now, for a page that was opened in one; empty for none. */
export async function GET(): Promise<Response> {
  const session = await getSession();
  return new Response(session?.id ?? '', {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
