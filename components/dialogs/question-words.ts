import type { ReactNode } from 'react';

/** The words of a dialog that asks before a step. */
export type QuestionWords = {
  title: string;
  text: ReactNode;
  cancel: string;
  confirm: string;
  pending: string;
  /** what to look at where no answer came back: it may have been done */
  doubt: string;
};

/**
 * The words of a question, from messages with the same names.
 * @param say reads one of these messages
 * @param text what will happen, and to what
 */
export function questionWords(
  say: (part: Exclude<keyof QuestionWords, 'text'>) => string,
  text: ReactNode,
): QuestionWords {
  return {
    title: say('title'),
    text,
    cancel: say('cancel'),
    confirm: say('confirm'),
    pending: say('pending'),
    doubt: say('doubt'),
  };
}
