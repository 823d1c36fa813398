import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { without } from '@/app/(workspace)/_parts/list-address';
import { hrefOf, type KeysQuery, queryOf } from '@/app/(workspace)/api-keys/_list/query';
import type { Member } from '@/lib/actor';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { listApiKeys } from '@/lib/api-keys/read/list-api-keys';
import { AppError } from '@/lib/errors';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { fieldNameOf } from '@/lib/validation';
import { formatOf } from './files';

const PAGE_SIZE = 200;

/**
 * Export: what is known about the keys that the list has with the same parameters, on all its pages, as
 * a file. It is written while it is read.
 */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireOwner();
  const { searchParams } = new URL(request.url);
  const asked = queryOf(Object.fromEntries(searchParams));
  const query = without(asked, ['cursor', 'from', 'size', 'notice']);
  const { type, write, extension } = formatOf(searchParams.get('format'));
  const first = await listApiKeys(actor, query, PAGE_SIZE).catch((error) => leave(error, query));
  const day = new Date().toISOString().slice(0, 10);
  return new Response(streamOf(write(pagesOf(actor, query, first), await getLocale())), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="api-keys-${day}.${extension}"`,
      'Cache-Control': 'no-store',
    },
  });
}

/** The list's own page says what is wrong with an address. */
function leave(error: unknown, query: KeysQuery): never {
  if (!AppError.is(error, 'validation_failed')) throw error;
  redirect(hrefOf(without(query, error.details.errors.map(fieldNameOf))));
}

type Page = Awaited<ReturnType<typeof listApiKeys>>;

async function* pagesOf(actor: Member, query: KeysQuery, first: Page): AsyncGenerator<ApiKey[]> {
  for (let page = first; ; ) {
    yield page.keys;
    if (!page.nextCursor) return;
    page = await listApiKeys(actor, { ...query, cursor: page.nextCursor }, PAGE_SIZE);
  }
}

/** As bytes, no faster than they are taken. A failure breaks the download off: half a file is none. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
