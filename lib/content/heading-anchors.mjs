/**
 * Lets a heading name its anchor: `## Revocar una clave [#revoke-a-key]`. So a link to a section
 * leads there in every language. Headings without one are left to rehype-slug.
 */
export default function headingAnchors() {
  return (tree) => {
    for (const { tagName, children, properties } of tree.children) {
      const last = children?.at(-1);
      const [suffix, id] = /\s*\[#([a-z0-9-]+)\]$/.exec(last?.value ?? '') ?? [];
      if (!id || !/^h[1-6]$/.test(tagName)) continue;
      last.value = last.value.slice(0, -suffix.length);
      properties.id = id;
    }
  };
}
