/**
 * Makes a value once and returns the same one to all bundles. Next.js bundles pages, routes and
 * `instrumentation.ts` separately, so a module's own variables exist once per bundle.
 * @param name of the value, unique in the process
 */
export function oncePerProcess<Value>(name: string, make: () => Value): Value {
  const shared = globalThis as typeof globalThis & { zendrhax?: Map<string, unknown> };
  shared.zendrhax ??= new Map();
  if (!shared.zendrhax.has(name)) shared.zendrhax.set(name, make());
  return shared.zendrhax.get(name) as Value;
}
