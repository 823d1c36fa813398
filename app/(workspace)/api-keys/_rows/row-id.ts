/** The element of a key's row. */
export const rowIdOf = (id: string) => `key-row-${id}`;
