import type { ReactNode } from 'react';

/** Renders `<code>` in a message: names that programs use, the same in every language. */
export const inlineCode = {
  code: (text: ReactNode) => (
    <code className="font-mono text-[0.92em] whitespace-nowrap">{text}</code>
  ),
};
