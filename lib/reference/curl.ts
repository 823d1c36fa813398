import type { Operation } from './operation';
import { KEY_VARIABLE, sampleRequest } from './sample-request';

type CurlRequest = {
  method: string;
  url: string;
  needsKey: boolean;
  headers: [name: string, value: string][];
  /** the bytes to send, as text; undefined when there are none */
  body: string | undefined;
};

/** The request of an operation for a POSIX shell with curl. */
export function curlSample(operation: Operation, origin: string): string {
  const { body, ...request } = sampleRequest(operation, origin);
  const text = body === undefined ? undefined : JSON.stringify(body, null, 2);
  return curlCommand({ ...request, body: text });
}

/**
 * A request for a POSIX shell with curl. The key stays in the environment. With `-i` it shows the
 * status and the headers, such as what is left of the limit, in every version of curl.
 */
export function curlCommand({ method, url, needsKey, headers, body }: CurlRequest): string {
  const lines = [`curl -i ${method === 'GET' ? '' : `-X ${method} `}${quote(url)}`];
  if (needsKey) lines.push(`-H "Authorization: Bearer $${KEY_VARIABLE}"`);
  for (const [name, value] of headers) lines.push(`-H ${quote(`${name}: ${value}`, true)}`);
  // `--data` would read a file for a body that begins with `@`.
  if (body !== undefined) lines.push(`--data-raw ${quote(body, true)}`);
  return lines.join(' \\\n  ');
}

/** @param always whether to quote even a text that the shell takes as it is */
function quote(text: string, always = false): string {
  if (!always && /^[\w./:%-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
