import type { Operation } from './operation';
import { KEY_VARIABLE, sampleRequest } from './sample-request';

/** The request of an operation for a POSIX shell with curl. */
export function curlSample(operation: Operation, origin: string): string {
  const { method, url, needsKey, body } = sampleRequest(operation, origin);
  const lines = [`curl ${method === 'GET' ? '' : `-X ${method} `}${quote(url)}`];
  if (needsKey) lines.push(`-H "Authorization: Bearer $${KEY_VARIABLE}"`);
  if (body !== undefined) {
    lines.push(`-H 'Content-Type: application/json'`);
    lines.push(`--data ${quote(JSON.stringify(body, null, 2), true)}`);
  }
  return lines.join(' \\\n  ');
}

/** @param always whether to quote even a text that the shell takes as it is */
function quote(text: string, always = false): string {
  if (!always && /^[\w./:%-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
