'use client';

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

type Asked = {
  about: string | null;
  ask: (about: string | null) => void;
  /** tells that something here can ask about it, until what is returned is called */
  place: (about: string) => () => void;
};

const OpenQuestion = createContext<Asked | null>(null);

/**
 * Knows about what a page asks. Where a list is drawn anew while a question is open, as after the step
 * before it, a row may come back in another shape: its question is open there, in the words of now. If it
 * does not come back at once, the question is over.
 */
export function OpenQuestionProvider({ children }: { children: ReactNode }) {
  const [about, ask] = useState<string | null>(null);
  const places = useRef(new Map<string, number>());

  const place = useCallback((subject: string) => {
    const count = (change: 1 | -1) => {
      const now = (places.current.get(subject) ?? 0) + change;
      places.current.set(subject, now);
      return now;
    };
    count(1);
    return () => {
      count(-1);
      // In the same commit, what takes its place is there before this runs.
      queueMicrotask(() => {
        if (places.current.get(subject) === 0) ask((open) => (open === subject ? null : open));
      });
    };
  }, []);

  return <OpenQuestion value={{ about, ask, place }}>{children}</OpenQuestion>;
}

/**
 * Whether a question is open, and what opens and closes it.
 * @param about what it is about, told from all others of the page
 */
export function useOpenQuestion(about: string): [boolean, (open: boolean) => void] {
  const [isOpen, setOpen] = useState(false);
  const page = useContext(OpenQuestion);
  const place = page?.place;
  useLayoutEffect(() => place?.(about), [place, about]);
  if (!page) return [isOpen, setOpen];
  return [page.about === about, (open) => page.ask(open ? about : null)];
}
