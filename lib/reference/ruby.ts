import type { Operation } from './operation';
import { KEY_VARIABLE, sampleRequest } from './sample-request';

/** The request of an operation for Ruby 3 with only its standard library. */
export function rubySample(operation: Operation, origin: string): string {
  const { method, url, needsKey, headers, body, answersJson } = sampleRequest(operation, origin);
  const usesJson = answersJson || body !== undefined;
  return [
    ...(usesJson ? ['require "json"'] : []),
    'require "net/http"',
    '',
    `uri = URI(${quote(url)})`,
    `request = Net::HTTP::${method.charAt(0)}${method.slice(1).toLowerCase()}.new(uri)`,
    ...(needsKey ? [`request["Authorization"] = "Bearer #{ENV.fetch("${KEY_VARIABLE}")}"`] : []),
    ...headers.map(([name, value]) => `request["${name}"] = ${quote(value)}`),
    ...(body === undefined ? [] : [`request.body = JSON.generate(${literal(body)})`]),
    'response = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == "https") do |http|',
    '  http.request(request)',
    'end',
    'raise response.body unless response.is_a?(Net::HTTPSuccess)',
    answersJson ? 'puts JSON.pretty_generate(JSON.parse(response.body))' : 'puts response.code',
  ].join('\n');
}

/** Between double quotes Ruby also reads `#{…}`. */
const quote = (text: string) => JSON.stringify(text).replaceAll('#', '\\#');

/** A JSON value as a Ruby literal. */
function literal(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (value === null) return 'nil';
  if (typeof value !== 'object') return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const entries = Array.isArray(value)
    ? value.map(literal)
    : Object.entries(value).map(([name, one]) => `${quote(name)} => ${literal(one)}`);
  if (entries.length === 0) return `${open}${close}`;
  const lines = entries.join(',\n').split('\n');
  return [open, ...lines.map((line) => `  ${line}`), close].join('\n');
}
