/** @typedef {{ tagName?: string, children?: { value?: string }[], properties: { id?: string } }} Heading */

/**
 * Lets a heading name its anchor: `## Revocar una clave [#revoke-a-key]`, so that links to a
 * section work in every language. rehype-slug gives the other headings theirs.
 */
export default function headingAnchors() {
  /** @param {{ children: Heading[] }} tree */
  return (tree) => {
    for (const { tagName, children, properties } of tree.children) {
      const last = children?.at(-1);
      const [suffix = '', id] = /\[#([a-z0-9-]+)\]$/.exec(last?.value ?? '') ?? [];
      if (!id || !last?.value || !/^h[1-6]$/.test(tagName ?? '')) continue;
      last.value = last.value.slice(0, -suffix.length).trimEnd();
      properties.id = id;
    }
  };
}
