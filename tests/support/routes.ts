import type { RouteHandler } from '@/lib/api/route';

type RouteFile = Record<string, RouteHandler>;

const files = import.meta.glob<RouteFile>('../../app/api/**/route.ts');

const routes = Object.entries(files)
  .filter(([file]) => !file.includes('/auth/'))
  .map(([file, load]) => ({ ...addressOf(file), load }))
  .sort((one, other) => one.rank - other.rank);

/** Finds what answers an address, as the framework does: by the folders of app/api. */
export async function handlerOf(
  method: string,
  pathname: string,
): Promise<{ handler: RouteHandler; params: Record<string, string> }> {
  for (const { pattern, load } of routes) {
    const match = pattern.exec(pathname);
    if (!match) continue;
    const handler = (await load())[method];
    if (!handler) throw new Error(`${method} ${pathname} is not exported`);
    return { handler, params: { ...match.groups } };
  }
  throw new Error(`${pathname} is not below /api`);
}

/** `./invoices/[id]/route.ts` as a pattern of addresses; fixed words go before parameters. */
function addressOf(file: string): { pattern: RegExp; rank: number } {
  const folder = file.replace('../../app', '').replace('/route.ts', '');
  const pattern = folder
    .replace('/[[...path]]', '(?:/.*)?')
    .replace(/\[(\w+)\]/g, '(?<$1>[^/]*)')
    .replaceAll('.json', '\\.json');
  const rank = folder.includes('[[') ? 2 : folder.includes('[') ? 1 : 0;
  return { pattern: new RegExp(`^${pattern}$`), rank };
}
