/**
 * Where the tests take place: on a machine that is not in UTC, before a browser that is on another day for
 * most of the time, with offsets that are no whole hours and change in the year (rule 11 of design.md).
 */
export const HOST_TIME_ZONE = 'America/St_Johns';
export const BROWSER_TIME_ZONE = 'Pacific/Chatham';
