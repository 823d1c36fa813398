'use client';

import type { MouseEvent, ReactNode } from 'react';
import { Link } from './link';

type Props = {
  /** where it leads if this page was the first that was seen here */
  href: string;
  /** whether it names that page, so that it leads to no other */
  isNamed?: boolean;
  children: ReactNode;
};

/** Goes back to the page before this one, such as the results of a search, at the place it had. */
export function BackLink({ href, isNamed = false, children }: Props) {
  const goBack = (event: MouseEvent) => {
    const before = entryBefore(isNamed ? href : undefined);
    if (!before || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigation.traverseTo(before.key);
  };
  return (
    <Link
      href={href}
      prefetch={false}
      onClick={goBack}
      className="py-2 text-sm text-muted hover:text-ink hover:underline"
    >
      <span aria-hidden="true">← </span>
      {children}
    </Link>
  );
}

/**
 * The last page of this site before this one. Places within this page do not count.
 * @param path of the only page that does
 */
function entryBefore(path?: string): NavigationHistoryEntry | undefined {
  const fits = (other: string) => (path ? other === path : other !== location.pathname);
  if (!('navigation' in window)) return undefined;
  const now = navigation.currentEntry?.index ?? 0;
  return navigation
    .entries()
    .slice(0, now)
    .findLast(({ url }) => url && fits(new URL(url).pathname));
}
