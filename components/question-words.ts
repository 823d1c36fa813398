import type { ReactNode } from 'react';

/** What a dialog says that asks before it does something. */
export type QuestionWords = {
  title: string;
  text: ReactNode;
  cancel: string;
  confirm: string;
  pending: string;
  /** for when no answer came back */
  network: string;
};

/**
 * The words of a question, from a part of the messages that has them by these names.
 * @param say reads one of them
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
    network: say('network'),
  };
}
