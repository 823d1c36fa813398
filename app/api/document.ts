import { openApiDocument } from '@/lib/api/openapi/document';
import type { Declared, Route } from '@/lib/api/route';
import { env } from '@/lib/env';

/** Every route file below this folder. They load lazily, because one of them imports this file. */
const files = import.meta.glob<Partial<Route>>('./**/route.ts');

let document: Promise<ReturnType<typeof openApiDocument>> | undefined;

/** The OpenAPI document of this installation. */
export function openApi() {
  document ??= declaredRoutes().then((routes) => openApiDocument(env.NEXTAUTH_URL, routes));
  return document;
}

/** What the route files declare, in the order of their paths. Some declare nothing. */
export async function declaredRoutes(): Promise<Declared[]> {
  const modules = await Promise.all(Object.values(files).map((load) => load()));
  return modules
    .flatMap(({ GET }) => GET?.declared ?? [])
    .sort((one, other) => one.path.localeCompare(other.path, 'en'));
}
