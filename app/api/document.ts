import { openApiDocument } from '@/lib/api/openapi/document';
import { env } from '@/lib/env';
import { declaredRoutes } from './routes';

let document: Promise<ReturnType<typeof openApiDocument>> | undefined;

/** The OpenAPI document of this installation. */
export function openApi() {
  document ??= declaredRoutes().then((routes) => openApiDocument(env.NEXTAUTH_URL, routes));
  return document;
}
