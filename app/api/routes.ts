import { addRoute, createRouter, findRoute } from 'rou3';
import type { Declared, Route } from '@/lib/api/endpoint/route';

/** Every route file below this folder. They load lazily, because one of them imports document.ts. */
const files = import.meta.glob<Route>('./**/route.ts');

/** What answers an address, and the `{…}` parts of it. */
export type Found = { route: Route; pattern: string; params: Record<string, string> };

/** @returns finds what answers a path below /api, as the framework does; nothing for next-auth's */
export async function loadRoutes(): Promise<(path: string) => Found | undefined> {
  const router = createRouter<{ route: Route; pattern: string } | null>();
  addRoute(router, '', '/api/auth/**', null);
  for (const [file, load] of ownFiles()) {
    const pattern = patternOf(file);
    addRoute(router, '', pattern, { route: await load(), pattern });
  }
  return (path) => {
    const found = findRoute(router, '', path);
    return found?.data ? { ...found.data, params: { ...found.params } } : undefined;
  };
}

/** What the route files declare, in the order of their paths. Some declare nothing. */
export async function declaredRoutes(): Promise<Declared[]> {
  const routes = await Promise.all(ownFiles().map(([, load]) => load()));
  return routes
    .flatMap(({ GET }) => GET.declared ?? [])
    .sort((one, other) => one.path.localeCompare(other.path, 'en'));
}

const ownFiles = () => Object.entries(files).filter(([file]) => !file.startsWith('./auth/'));

/** `./invoices/[id]/route.ts` as `/api/invoices/:id`. */
function patternOf(file: string): string {
  const folder = file.slice(1).replace('/route.ts', '');
  return `/api${folder.replace('[[...path]]', '**').replace(/\[(\w+)\]/g, ':$1')}`;
}
