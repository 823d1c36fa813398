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
  const headers = new Headers();
  const query = new URLSearchParams();
  let path = trial.path;
  for (const field of trial.fields) {
    const value = String(form.get(fieldName(field)) ?? '').trim();
    if (field.in === 'path') path = path.replace(`{${field.name}}`, encodeURIComponent(value));
    if (value === '') continue;
    if (field.in === 'query') query.set(field.name, value);
    if (field.in === 'header') headers.set(field.name, value);
  }
  if (trial.needsKey && apiKey !== '') headers.set('Authorization', `Bearer ${apiKey}`);
  if (trial.body !== undefined) headers.set('Content-Type', 'application/json');

  const search = query.size > 0 ? `?${query}` : '';
  const init = {
    method: trial.method,
    headers,
    body: trial.body === undefined ? undefined : String(form.get(BODY)),
    credentials: 'omit',
    cache: 'no-store',
  } satisfies RequestInit;
  return { url: path + search, init };
}
