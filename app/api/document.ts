import { openApiDocument } from '@/lib/api/openapi/document';
import { inVersion30 } from '@/lib/api/openapi/version-3-0';
import { env } from '@/lib/env';
import { declaredRoutes } from './routes';

let document: Promise<ReturnType<typeof openApiDocument>> | undefined;

/** The OpenAPI document of this installation. */
export function openApi() {
  document ??= declaredRoutes().then((routes) => openApiDocument(env.NEXTAUTH_URL, routes));
  return document;
}

/** {@link openApi} for tools that read OpenAPI 3.0 alone. */
export const openApi30 = async () => inVersion30(await openApi());
