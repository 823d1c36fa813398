import spanish from '@/content/reference/es.json';
import type { Field } from './fields';
import type { Operation } from './operation';
import type { Reference } from './reference';

const TEXTS: Record<string, string> = spanish;

/**
 * The reference with its titles, descriptions and types in Spanish. Names of fields, values and
 * examples are the API's own and stay.
 */
export function inSpanish({ origin, groups }: Reference): Reference {
  return {
    origin,
    groups: groups.map((group) => ({
      ...group,
      title: translated(group.title),
      description: translated(group.description),
      operations: group.operations.map(translatedOperation),
    })),
  };
}

function translatedOperation(operation: Operation): Operation {
  const { summary, description, parameters, body, answer } = operation;
  return {
    ...operation,
    summary: translated(summary),
    description: translated(description),
    parameters: parameters.map((one) => ({ ...one, ...translatedField(one) })),
    body: body && { ...body, fields: body.fields.map(translatedField) },
    answer: {
      ...answer,
      content: answer.content && {
        ...answer.content,
        fields: answer.content.fields.map(translatedField),
      },
    },
  };
}

function translatedField(field: Field): Field {
  const { type, description, fields } = field;
  return {
    ...field,
    type: translated(type),
    description: description && translated(description),
    fields: fields.map(translatedField),
  };
}

/** A test checks that every text has its Spanish, so nobody should ever see the English. */
const translated = (text: string) => TEXTS[text] ?? text;
