/** Which versions of Node.js this runs on, and which of them get security fixes. */

/** @type {(version: string, least: [number, number]) => boolean} */
const isAtLeast = (version, [major, minor]) => {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
};

/**
 * Whether the dependencies run on a version.
 * @param {string} version
 */
export const canRun = (version) => isAtLeast(version, [20, 19]);

/**
 * Whether it is a version that the README asks for.
 * @param {string} version
 */
export const isKept = (version) => isAtLeast(version, [22, 12]);
