/** What the form showed before anything was typed. */
export type Shown = { name: string; note: string; access: string };

/** Choices of when a key expires, besides in so many days. */
export const AS_IT_IS = '';
export const NEVER = 'never';
export const ON_A_DAY = 'day';
