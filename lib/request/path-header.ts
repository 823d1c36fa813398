/** Carries the address of the page being asked for from proxy.ts to the guards. */
export const PATH_HEADER = 'x-zendrhax-path';
