import { readFileSync } from 'node:fs';

/** A server action of the build. */
export type BuiltAction = {
  /** what a browser sends to name it */
  id: string;
  /** its file and its function */
  name: string;
  /** the text of its function */
  source: string;
  /** the page that it is called on, with `[id]` and `[slug]` in it */
  page: string;
};

type Manifest = {
  node: Record<
    string,
    { filename: string; exportedName: string; workers: Record<string, unknown> }
  >;
};

/** All server actions, as the build lists them. */
export function builtActions(): BuiltAction[] {
  const manifest = readFileSync('.next/server/server-reference-manifest.json', 'utf8');
  return Object.entries((JSON.parse(manifest) as Manifest).node).map(([id, one]) => ({
    id,
    name: `${one.filename}: ${one.exportedName}`,
    source: functionIn(readFileSync(one.filename, 'utf8'), one.exportedName),
    page: addressOf(Object.keys(one.workers)[0] ?? ''),
  }));
}

const functionIn = (file: string, name: string) =>
  file.split(/^(?=export )/m).find((part) => part.includes(` function ${name}(`)) ?? '';

/** `app/(site)/help/page` is at `/help`. */
const addressOf = (worker: string) =>
  worker.replace(/^app|\/page$|\/\([^)]*\)/g, '').replace('[slug]', 'privacy') || '/';

/**
 * The arguments of an action as React's client writes them: JSON, in which a form is only named, and
 * then the form, field by field.
 * @param first what comes before the form, in whatever places an action looks for one
 */
export function withForm(
  first: string[],
  fields: (readonly [name: string, value: string | Blob])[],
): FormData {
  const body = new FormData();
  const places = [1, 2, 3];
  for (const place of places) {
    for (const [name, value] of fields) body.append(`_${place}_${name}`, value);
  }
  body.append('0', JSON.stringify([...first, ...places.map((place) => `$K${place}`)]));
  return body;
}
