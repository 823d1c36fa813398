type Terms = {
  /** what it allows, for people: the words after "may" */
  allows: string;
  /** whether a new key has it when its creator chooses no scopes */
  byDefault: boolean;
};

/** What a key may do. */
export const SCOPE_TERMS = {
  'invoices:read': { allows: 'list and read invoices', byDefault: true },
  'invoices:write': {
    allows: 'create, change, finalize, void and delete invoices',
    byDefault: true,
  },
} as const satisfies Record<`${string}:${'read' | 'write'}`, Terms>;

export type Scope = keyof typeof SCOPE_TERMS;

export const SCOPES = Object.keys(SCOPE_TERMS) as [Scope, ...Scope[]];

/** The scopes of a new key that is given none. */
export const DEFAULT_SCOPES = SCOPES.filter((scope) => SCOPE_TERMS[scope].byDefault);

/** Whether a key with these scopes changes nothing. */
export const isReadOnly = (scopes: readonly string[]) =>
  scopes.every((scope) => scope.endsWith(':read'));
