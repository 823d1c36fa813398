/** An answer of the API, ready to be shown. */
export type TrialAnswer = {
  status: number;
  /** from sending to the end of the body */
  ms: number;
  headers: [name: string, value: string][];
  /** JSON with line breaks, other text as it is; empty when there is none */
  body: string;
};

/** Headers that a reader may want to act on, in this order. */
const HEADERS = [
  'X-Request-Id',
  'RateLimit-Policy',
  'RateLimit',
  'X-Api-Key-Expires-At',
  'Retry-After',
  'Link',
  'Location',
  'Allow',
  'WWW-Authenticate',
  'Idempotency-Replayed',
  'Content-Type',
];

/** @param began when the request was sent, by performance.now() */
export async function readAnswer(response: Response, began: number): Promise<TrialAnswer> {
  const text = await response.text();
  return {
    status: response.status,
    ms: Math.round(performance.now() - began),
    headers: HEADERS.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value] as [string, string]];
    }),
    body: pretty(text),
  };
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
