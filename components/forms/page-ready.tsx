'use client';

import { useEffect } from 'react';

/** Tells the script of `BeforeReady` that React answers to clicks from now on. */
export function PageReady() {
  useEffect(() => {
    dispatchEvent(new Event('page-ready'));
  }, []);
  return null;
}
