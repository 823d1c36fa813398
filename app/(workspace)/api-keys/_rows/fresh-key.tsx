'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { Badge } from '@/components/badge';

const FreshKey = createContext<{ id: string | null; mark: (id: string) => void }>({
  id: null,
  mark: () => undefined,
});

/** Knows which key of the list was generated last on this page. */
export function FreshKeyProvider({ children }: { children: ReactNode }) {
  const [id, mark] = useState<string | null>(null);
  return <FreshKey value={{ id, mark }}>{children}</FreshKey>;
}

export const useMarkFresh = () => useContext(FreshKey).mark;

/** Marks the row of the key that was just generated; the row is lit for a moment. */
export function FreshMark({ id }: { id: string }) {
  const t = useTranslations('client.createKey');
  if (useContext(FreshKey).id !== id) return null;
  return (
    <Badge data-fresh tone="accent" className="ml-2">
      {t('fresh')}
    </Badge>
  );
}
