import type { ReactNode } from 'react';

/** Renders `<code>` in a message, for names that programs use, and `<b>`, for words of the screen. */
export const inlineCode = {
  code: (text: ReactNode) => <code className="font-mono text-code whitespace-nowrap">{text}</code>,
  b: (text: ReactNode) => <b className="font-medium">{text}</b>,
};
