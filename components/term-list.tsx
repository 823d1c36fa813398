/** A list of terms, each followed by what it means. */
export function TermList({ terms }: { terms: { term: string; text: string }[] }) {
  return (
    <ul className="list-disc space-y-1.5 pl-5">
      {terms.map(({ term, text }) => (
        <li key={term} className="pl-1">
          <strong className="font-semibold">{term}</strong>
          <span>{`: ${text}`}</span>
        </li>
      ))}
    </ul>
  );
}
