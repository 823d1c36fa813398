/** The groups of the reference. The name of each is the first word of its paths after `/api/`. */
export const TAGS = {
  invoices: { title: 'Invoices', description: 'What the workspace bills.' },
  me: { title: 'Key', description: 'The key that you send.' },
  leaked: { title: 'Leaked keys', description: 'For whoever finds a key where it should not be.' },
  health: { title: 'Health', description: 'For those who run this installation.' },
  openapi: { title: 'OpenAPI', description: 'The API itself, for tools.' },
};

type Tag = keyof typeof TAGS;

/** A path that has a place in the reference. */
export type ApiPath = `/api/${Tag}${'' | `/${string}` | `.${string}` | `-${string}`}`;

export const tagOf = (path: ApiPath) => path.split(/[/.-]/)[2] as Tag;

/** The tags of these paths, in their order. */
export function tagsOf(paths: readonly ApiPath[]) {
  return [...new Set(paths.map(tagOf))].map((name) => {
    const { title, description } = TAGS[name];
    // An extension by Redocly: tools that know it show it instead of the name.
    return { name, 'x-displayName': title, description };
  });
}
