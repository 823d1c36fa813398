import type { Operation } from './operation';
import { KEY_VARIABLE, sampleRequest } from './sample-request';

/** The request of an operation as a Go program with only the standard library. */
export function goSample(operation: Operation, origin: string): string {
  const { method, url, needsKey, headers, body } = sampleRequest(operation, origin);
  const packages = [
    'fmt',
    'io',
    'log',
    'net/http',
    ...(needsKey ? ['os'] : []),
    ...(body === undefined ? [] : ['strings']),
  ];
  const content = body === undefined ? 'nil' : `strings.NewReader(${literal(body)})`;
  return [
    'package main',
    '',
    'import (',
    ...packages.map((name) => `\t"${name}"`),
    ')',
    '',
    'func main() {',
    `\trequest, err := http.NewRequest("${method}", ${JSON.stringify(url)}, ${content})`,
    ...orStop('err != nil', 'err'),
    ...(needsKey
      ? [`\trequest.Header.Set("Authorization", "Bearer "+os.Getenv("${KEY_VARIABLE}"))`]
      : []),
    ...headers.map(([name, value]) => `\trequest.Header.Set("${name}", ${JSON.stringify(value)})`),
    '\tresponse, err := http.DefaultClient.Do(request)',
    ...orStop('err != nil', 'err'),
    '\tdefer response.Body.Close()',
    '\tanswer, err := io.ReadAll(response.Body)',
    ...orStop('err != nil', 'err'),
    ...orStop('response.StatusCode >= 400', 'string(answer)'),
    '\tfmt.Println(response.StatusCode, string(answer))',
    '}',
  ].join('\n');
}

const orStop = (condition: string, reason: string) => [
  `\tif ${condition} {`,
  `\t\tlog.Fatal(${reason})`,
  '\t}',
];

/**
 * JSON as a raw string of Go, in backquotes. It cannot hold one, so those in the text are joined to
 * it.
 */
function literal(body: unknown): string {
  return `\`${JSON.stringify(body, null, 2).replaceAll('`', '` + "`" + `')}\``;
}
