/**
 * The names of the texts in a folder.
 * @param files what `import.meta.glob` found, by path
 */
export function slugsIn(files: Record<string, unknown>, folder: string): string[] {
  return Object.keys(files)
    .filter((file) => file.startsWith(`${folder}/`))
    .map((file) => file.slice(folder.length + 1, -'.mdx'.length));
}
