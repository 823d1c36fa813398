/** In the form, in place of a number of minutes. */
export const UNTIL_RESUMED = 'resumed';
