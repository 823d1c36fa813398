import { curlCommand } from '@/lib/reference/curl';

/** The parts of an operation that its form needs. */
export type Trial = {
  id: string;
  method: string;
  path: string;
  summary: string;
  needsKey: boolean;
  fields: TrialField[];
  /** the example to begin with; undefined when there is no body to send */
  body: string | undefined;
};

export type TrialField = {
  in: 'path' | 'query' | 'header';
  name: string;
  required: boolean;
  /** the values to choose from; empty when any text may be typed */
  values: string[];
  /** the server's default */
  preset: string;
};

/** The name of a parameter's field in the form. The body's field is {@link BODY}. */
export const fieldName = ({ in: place, name }: Pick<TrialField, 'in' | 'name'>) =>
  `${place}.${name}`;
export const BODY = 'body';

/**
 * The request of a filled-in form, to the site's own origin. It has no cookies: only the key opens
 * the API.
 * @param apiKey sent unchanged, unless it is empty or the operation needs none
 * @throws TypeError when the key or a header cannot be sent (RFC 9110 section 5.5)
 */
export function requestOf(trial: Trial, form: FormData, apiKey: string) {
  const { url, headers: own, body } = readForm(trial, form);
  const headers = new Headers(own);
  if (trial.needsKey && apiKey !== '') headers.set('Authorization', `Bearer ${apiKey}`);
  const init = {
    method: trial.method,
    headers,
    body,
    credentials: 'omit',
    cache: 'no-store',
  } satisfies RequestInit;
  return { url, init };
}

/**
 * The same request for a shell with curl. The key is not in it: the command reads it from the
 * environment.
 * @param origin where the API is reached, such as `https://app.example.com`
 */
export function curlOf(trial: Trial, form: FormData, origin: string): string {
  const { url, headers, body } = readForm(trial, form);
  const { method, needsKey } = trial;
  return curlCommand({ method, url: origin + url, needsKey, headers, body });
}

function readForm(trial: Trial, form: FormData) {
  const headers: [name: string, value: string][] = [];
  const query = new URLSearchParams();
  let path = trial.path;
  for (const field of trial.fields) {
    const value = String(form.get(fieldName(field)) ?? '').trim();
    if (field.in === 'path') path = path.replace(`{${field.name}}`, encodeURIComponent(value));
    if (value === '') continue;
    if (field.in === 'query') query.set(field.name, value);
    if (field.in === 'header') headers.push([field.name, value]);
  }
  if (trial.body !== undefined) headers.push(['Content-Type', 'application/json']);
  const search = query.size > 0 ? `?${query}` : '';
  const body = trial.body === undefined ? undefined : String(form.get(BODY));
  return { url: path + search, headers, body };
}
