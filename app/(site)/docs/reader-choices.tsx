'use client';

import {
  createContext,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  useContext,
  useEffect,
  useState,
} from 'react';
import type { Language } from '@/lib/api/reference/samples';

type Choice<Value> = readonly [Value, Dispatch<SetStateAction<Value>>];

const LanguageChoice = createContext<Choice<Language>>(['curl', () => {}]);
const KeyChoice = createContext<Choice<string>>(['', () => {}]);

/**
 * What the reader of the page has chosen: a language for all samples, and a key to try requests
 * with. Both live here and nowhere else; leaving the page forgets the key.
 */
export function ReaderChoices({ children }: { children: ReactNode }) {
  const language = useState<Language>('curl');
  const [apiKey, setApiKey] = useState('');

  // A page that is left may be kept whole by the browser, to come back to.
  useEffect(() => {
    const forget = () => setApiKey('');
    addEventListener('pagehide', forget);
    return () => removeEventListener('pagehide', forget);
  }, []);

  return (
    <LanguageChoice value={language}>
      <KeyChoice value={[apiKey, setApiKey]}>{children}</KeyChoice>
    </LanguageChoice>
  );
}

export const useLanguage = () => useContext(LanguageChoice);
export const useApiKey = () => useContext(KeyChoice);
