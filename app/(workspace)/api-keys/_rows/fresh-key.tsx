'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { Badge } from '@/components/badge';

const FreshKeys = createContext<{ ids: string[]; mark: (id: string) => void }>({
  ids: [],
  mark: () => undefined,
});

/** Knows which keys of the list were generated on this page. */
export function FreshKeyProvider({ children }: { children: ReactNode }) {
  const [ids, setIds] = useState<string[]>([]);
  const mark = (id: string) => setIds((made) => [...made, id]);
  return <FreshKeys value={{ ids, mark }}>{children}</FreshKeys>;
}

export const useMarkFresh = () => useContext(FreshKeys).mark;

export const useIsFresh = (id: string) => useContext(FreshKeys).ids.includes(id);

/** Marks the row of the key that was generated last; the row is lit for a moment. */
export function FreshMark({ id }: { id: string }) {
  const t = useTranslations('client.createKey');
  if (useContext(FreshKeys).ids.at(-1) !== id) return null;
  return (
    <Badge data-fresh tone="accent" className="ml-2">
      {t('fresh')}
    </Badge>
  );
}
