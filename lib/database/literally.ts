/** Escapes ILIKE's wildcards (% and _), which Prisma passes on unchanged. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
