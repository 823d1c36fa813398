import type { ReactNode } from 'react';

/** How `<code>` in a message is shown: names that programs use, which no language changes. */
export const inlineCode = {
  code: (text: ReactNode) => (
    <code className="font-mono text-[0.92em] whitespace-nowrap">{text}</code>
  ),
};
