'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';

type Asked = { about: string | null; ask: (about: string | null) => void };

const OpenQuestion = createContext<Asked | null>(null);

/**
 * Knows about what a page asks. Where a list is drawn anew while a question is open, as after the step
 * before it, a row may come back in another shape: its question is open there, in the words of now.
 */
export function OpenQuestionProvider({ children }: { children: ReactNode }) {
  const [about, ask] = useState<string | null>(null);
  return <OpenQuestion value={{ about, ask }}>{children}</OpenQuestion>;
}

/**
 * Whether a question is open, and what opens and closes it.
 * @param about what it is about, told from all others of the page
 */
export function useOpenQuestion(about: string): [boolean, (open: boolean) => void] {
  const [isOpen, setOpen] = useState(false);
  const page = useContext(OpenQuestion);
  if (!page) return [isOpen, setOpen];
  return [page.about === about, (open) => page.ask(open ? about : null)];
}
