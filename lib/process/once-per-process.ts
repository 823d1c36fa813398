declare global {
  /**
   * What a process has once, by name. Whoever owns an entry declares its type beside its use, so that a
   * misspelt name or another type fails `npm run check`, in server/ too.
   */
  interface ZendrhaxProcess {}

  /** On globalThis, for all bundles and for what is not bundled: server/, and scripts/start.mjs. */
  var zendrhax: Partial<ZendrhaxProcess> | undefined;
}

/**
 * Makes a value once and returns the same one to all bundles. Next.js bundles pages, routes and
 * `instrumentation.ts` separately, so a module's own variables exist once per bundle.
 * @param name of an entry of {@link ZendrhaxProcess}
 */
export function oncePerProcess<Name extends keyof ZendrhaxProcess>(
  name: Name,
  make: () => ZendrhaxProcess[Name],
): ZendrhaxProcess[Name] {
  globalThis.zendrhax ??= {};
  const known: Partial<ZendrhaxProcess> = globalThis.zendrhax;
  const value = known[name] === undefined ? make() : known[name];
  known[name] = value;
  return value;
}
