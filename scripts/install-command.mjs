/**
 * What npm is asked for, so that `npm start` and `npm test` work in either order and side by side.
 * @param {'product' | 'all'} wanted what the product runs and builds with, or the tests' packages too
 * @param {('product' | 'all')[]} installed which of the two is installed already
 * @returns {string[] | null} arguments of npm, or null if nothing is missing
 */
export function installCommand(wanted, installed) {
  if (installed.includes('all') || installed.includes(wanted)) return null;
  if (wanted === 'product') return ['ci', '--omit=dev'];
  // `npm ci` would take the packages away from a server that runs beside the tests.
  const add = installed.includes('product') ? ['install', '--no-save'] : ['ci'];
  return [...add, '--include=dev'];
}
