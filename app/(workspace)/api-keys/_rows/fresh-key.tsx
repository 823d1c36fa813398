'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useState } from 'react';

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
    <span
      data-fresh
      className="ml-2 rounded-full bg-accent-soft px-2 py-0.5 text-xs font-medium text-accent"
    >
      {t('fresh')}
    </span>
  );
}
