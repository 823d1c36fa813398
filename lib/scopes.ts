/** What a key may do, and whether a new key may do it unless whoever creates it says otherwise. */
const BY_DEFAULT = {
  'invoices:read': true,
  'invoices:write': true,
} as const satisfies Record<`${string}:${'read' | 'write'}`, boolean>;

export type Scope = keyof typeof BY_DEFAULT;

export const SCOPES = Object.keys(BY_DEFAULT) as [Scope, ...Scope[]];

/** The scopes of a new key that is given none. */
export const DEFAULT_SCOPES = SCOPES.filter((scope) => BY_DEFAULT[scope]);
