import type { Operation } from './operation';
import { KEY_VARIABLE, sampleRequest } from './sample-request';

/** The request of an operation for Python 3 with only its standard library. */
export function pythonSample(operation: Operation, origin: string): string {
  const {
    method,
    url,
    needsKey,
    headers: own,
    body,
    answersJson,
  } = sampleRequest(operation, origin);
  const headers = [
    ...(needsKey ? [`"Authorization": f"Bearer {os.environ['${KEY_VARIABLE}']}",`] : []),
    ...own.map(([name, value]) => `"${name}": ${JSON.stringify(value)},`),
  ];
  const options = [
    `${JSON.stringify(url)},`,
    ...(method === 'GET' ? [] : [`method="${method}",`]),
    ...(headers.length > 0 ? ['headers={', ...indent(headers), '},'] : []),
    ...(body === undefined ? [] : `data=json.dumps(${literal(body)}).encode(),`.split('\n')),
  ];
  const usesJson = answersJson || body !== undefined;
  return [
    ...(usesJson ? ['import json'] : []),
    ...(needsKey ? ['import os'] : []),
    'import urllib.error',
    'import urllib.request',
    '',
    'request = urllib.request.Request(',
    ...indent(options),
    ')',
    'try:',
    '    with urllib.request.urlopen(request) as response:',
    answersJson ? '        print(json.load(response))' : '        print(response.status)',
    'except urllib.error.HTTPError as error:',
    '    raise SystemExit(error.read().decode())',
  ].join('\n');
}

const indent = (lines: string[]) => lines.map((line) => `    ${line}`);

const CONSTANTS = new Map<unknown, string>([
  [null, 'None'],
  [true, 'True'],
  [false, 'False'],
]);

/** A JSON value as a Python literal. Strings and numbers look the same in both. */
function literal(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    return CONSTANTS.get(value) ?? JSON.stringify(value);
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const entries = Array.isArray(value)
    ? value.map(literal)
    : Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${literal(one)}`);
  if (entries.length === 0) return `${open}${close}`;
  const lines = entries.flatMap((entry) => `${entry},`.split('\n'));
  return [open, ...indent(lines), close].join('\n');
}
