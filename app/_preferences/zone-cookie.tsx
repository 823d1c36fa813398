'use client';

import { useEffect } from 'react';

/** Writes the browser's time zone into a cookie. Nothing is drawn anew for it. */
export function ZoneCookie({ name, attributes }: { name: string; attributes: string }) {
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the Cookie Store API
    document.cookie = `${name}=${timeZone}${attributes}`;
  });
  return null;
}
