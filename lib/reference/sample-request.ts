import type { Operation } from './operation';

/** The environment variable that samples read the key from. */
export const KEY_VARIABLE = 'ZENDRHAX_API_KEY';

/** The request that the samples of an operation make. */
export type SampleRequest = {
  method: string;
  url: string;
  needsKey: boolean;
  /** besides the key: the type of the body, and header parameters */
  headers: [name: string, value: string][];
  /** JSON to send; undefined when there is none */
  body: unknown;
  /** whether there is JSON in the answer */
  answersJson: boolean;
};

/**
 * The request with an operation's own examples: each `{…}` of the path, each query parameter that
 * is required or has an example, headers, and the body. A path without `{…}` stays as it is.
 * @param origin where the API is reached, such as `https://app.example.com`
 */
export function sampleRequest(operation: Operation, origin: string): SampleRequest {
  const { method, path, parameters, needsKey, body, answer } = operation;
  const url = new URL(
    path.replace(/{(\w+)}/g, (whole, name) => {
      const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
      return parameter ? encodeURIComponent(String(parameter.example)) : whole;
    }),
    origin,
  );
  for (const { in: place, name, example } of parameters) {
    if (place === 'query' && example !== undefined) url.searchParams.set(name, String(example));
  }
  const own = parameters.filter(({ in: place, example }) => place === 'header' && example);
  return {
    method,
    url: url.href,
    needsKey,
    headers: [
      ...(body ? [['Content-Type', 'application/json'] as [string, string]] : []),
      ...own.map(({ name, example }) => [name, String(example)] as [string, string]),
    ],
    body: body?.example,
    answersJson: answer.content !== undefined,
  };
}
