import type { Operation } from './operation';
import { KEY_VARIABLE, sampleRequest } from './sample-request';

/** The request of an operation for PHP 8 with its curl extension. */
export function phpSample(operation: Operation, origin: string): string {
  const { method, url, needsKey, headers, body, answersJson } = sampleRequest(operation, origin);
  const lines = [
    ...(needsKey ? [`'Authorization: Bearer ' . getenv('${KEY_VARIABLE}'),`] : []),
    ...headers.map(([name, value]) => `${quote(`${name}: ${value}`)},`),
  ];
  const options = [
    ...(method === 'GET' ? [] : [`CURLOPT_CUSTOMREQUEST => '${method}',`]),
    ...(lines.length > 0 ? ['CURLOPT_HTTPHEADER => [', ...indent(lines), '],'] : []),
    ...(body === undefined
      ? []
      : `CURLOPT_POSTFIELDS => json_encode(${literal(body)}),`.split('\n')),
    'CURLOPT_RETURNTRANSFER => true,',
  ];
  return [
    '<?php',
    `$request = curl_init(${quote(url)});`,
    'curl_setopt_array($request, [',
    ...indent(options),
    ']);',
    '$answer = curl_exec($request);',
    '$status = curl_getinfo($request, CURLINFO_RESPONSE_CODE);',
    'if ($answer === false || $status >= 400) {',
    '    throw new Exception($answer ?: curl_error($request));',
    '}',
    answersJson ? 'print_r(json_decode($answer, true));' : 'echo $status, PHP_EOL;',
  ].join('\n');
}

const indent = (lines: string[]) => lines.map((line) => `    ${line}`);

/** In single quotes PHP reads only `\\` and `\'` as something else. */
const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** A JSON value as a PHP literal. An empty object must say that it is one. */
function literal(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Array.isArray(value)
    ? value.map(literal)
    : Object.entries(value).map(([name, one]) => `${quote(name)} => ${literal(one)}`);
  if (entries.length === 0) return Array.isArray(value) ? '[]' : 'new stdClass()';
  const lines = entries.flatMap((entry) => `${entry},`.split('\n'));
  return ['[', ...indent(lines), ']'].join('\n');
}
