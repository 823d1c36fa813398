/** Who vouches for people at sign-in, by the names that they go by in any language. */
export const PROVIDER_NAMES = { google: 'Google', github: 'GitHub' } as const;

export type ProviderName = keyof typeof PROVIDER_NAMES;
