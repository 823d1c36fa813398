import type { ReactNode } from 'react';

/** A text of the API with `code` in backquotes. Plain text and code alternate. */
export function Prose({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
      <Code key={index}>{part}</Code>
    ),
  );
}

export function Code({ children }: { children: ReactNode }) {
  return <code className="font-mono text-code wrap-anywhere">{children}</code>;
}
