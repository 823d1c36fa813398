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
import type { Language } from '@/lib/reference/samples';

type Choice<Value> = readonly [Value, Dispatch<SetStateAction<Value>>];

const LanguageChoice = createContext<Choice<Language>>(['curl', () => {}]);
const KeyChoice = createContext<Choice<string>>(['', () => {}]);

/**
 * The reader's choices: a language for all samples, and a key to try requests with. They are stored
 * only here, and the key is forgotten when the reader leaves the page.
 */
export function ReaderChoices({ children }: { children: ReactNode }) {
  const language = useState<Language>('curl');
  const [apiKey, setApiKey] = useState('');

  // The browser may keep the whole page in its back-forward cache.
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
