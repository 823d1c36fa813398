import type { oas31 } from 'zod-openapi';
import { type Operation, operationOf } from './operation';

/** The operations of one tag. */
export type Group = { id: string; title: string; description: string; operations: Operation[] };

/** The API as a page shows it. `origin` is where it is reached. */
export type Reference = { origin: string; groups: Group[] };

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/**
 * Turns an OpenAPI 3.1 document into what a page shows. Groups that need no key come last: they are
 * for operators, not for callers.
 */
export function referenceOf(document: oas31.OpenAPIObject): Reference {
  const groups = (document.tags ?? []).map((tag) => ({
    id: tag.name,
    title: String(tag['x-displayName'] ?? tag.name),
    description: tag.description ?? '',
    operations: operationsOf(document, tag.name),
  }));
  const isOpen = ({ operations }: Group) => operations.every(({ needsKey }) => !needsKey);
  return {
    origin: document.servers?.[0]?.url ?? '',
    groups: [...groups.filter((group) => !isOpen(group)), ...groups.filter(isOpen)],
  };
}

function operationsOf(document: oas31.OpenAPIObject, tag: string): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation?.tags?.includes(tag) ? [operationOf(document, path, method, operation)] : [];
    }),
  );
}
