import type { oas31 } from 'zod-openapi';
import { exampleOf } from '@/lib/reference/example';
import { type Resolve, resolverOf } from '@/lib/reference/schema';

type Content = { content?: oas31.ContentObject };

/**
 * Gives each body and each parameter its example, where tools look for it, from the examples of its
 * schema. What has an example already keeps it. Changes the document in place.
 */
export function addExamples(document: oas31.OpenAPIObject): void {
  const resolve = resolverOf(document);
  const { parameters = {} } = document.components ?? {};
  for (const one of Object.values(parameters)) addToParameter(one, resolve);
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path) as oas31.OperationObject[]) {
      for (const one of operation.parameters ?? []) addToParameter(one, resolve);
      const answers = Object.values(operation.responses ?? {}) as Content[];
      for (const one of answers) addToContent(one, resolve);
      if (operation.requestBody) addToContent(operation.requestBody as Content, resolve);
    }
  }
}

function addToParameter(one: oas31.ParameterObject | oas31.ReferenceObject, resolve: Resolve) {
  if ('$ref' in one || one.example !== undefined) return;
  one.example = exampleOf(resolve(one.schema ?? {}), resolve);
}

function addToContent({ content = {} }: Content, resolve: Resolve) {
  for (const media of Object.values(content)) {
    if (media.example !== undefined || media.examples || !media.schema) continue;
    media.example = exampleOf(resolve(media.schema), resolve);
  }
}
