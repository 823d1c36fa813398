import type { Operation } from './operation';
import { KEY_VARIABLE, sampleRequest } from './sample-request';

/** The request of an operation as an ES module for Node.js 20 or later. */
export function javascriptSample(operation: Operation, origin: string): string {
  const {
    method,
    url,
    needsKey,
    headers: own,
    body,
    answersJson,
  } = sampleRequest(operation, origin);
  const headers = [
    ...(needsKey ? [`Authorization: \`Bearer \${process.env.${KEY_VARIABLE}}\`,`] : []),
    ...own.map(([name, value]) => `"${name}": ${JSON.stringify(value)},`),
  ];
  const options = [
    ...(method === 'GET' ? [] : [`method: "${method}",`]),
    ...(headers.length > 0 ? ['headers: {', ...indent(headers), '},'] : []),
    ...(body === undefined ? [] : `body: JSON.stringify(${literal(body)}),`.split('\n')),
  ];
  const call =
    options.length === 0
      ? [`const response = await fetch(${JSON.stringify(url)});`]
      : [`const response = await fetch(${JSON.stringify(url)}, {`, ...indent(options), '});'];
  return [
    ...call,
    'if (!response.ok) throw new Error(await response.text());',
    answersJson ? 'console.log(await response.json());' : 'console.log(response.status);',
  ].join('\n');
}

const indent = (lines: string[]) => lines.map((line) => `  ${line}`);

/** JSON as people write it in JavaScript: names without quotes. Its strings never span lines. */
function literal(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/^( *)"([A-Za-z_]\w*)":/gm, '$1$2:');
}
