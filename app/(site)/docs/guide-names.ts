/** The guides on what all operations have in common. The names are anchors. */
export const GUIDES = [
  'base-address',
  'authentication',
  'errors',
  'rate-limits',
  'paging',
  'idempotency',
] as const;

export type Guide = (typeof GUIDES)[number];
