import type { Operation } from '@/lib/reference/operation';

export const ORIGIN = 'https://app.example.com';

export const base: Operation = {
  id: 'postThings',
  method: 'POST',
  path: '/api/things',
  summary: 'Make a thing',
  description: '',
  needsKey: true,
  scope: undefined,
  parameters: [],
  body: undefined,
  answer: { status: 200, content: { fields: [], example: {} } },
  errors: [],
};

export function parameter(place: 'path' | 'query' | 'header', name: string, example: unknown) {
  const field = { description: undefined, values: [], limits: undefined, default: undefined };
  return { in: place, name, type: 'string', required: false, example, fields: [], ...field };
}

export const body = {
  fields: [],
  example: { name: "Ann's “café”", due_on: null, done: false, 'odd name': [], lines: [{ n: 1 }] },
};
