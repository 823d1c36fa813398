'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Link } from './link';

// Both kinds stand in one file, so that a page which has both loads the framework's link once.

/** A tab of the navigation. It marks itself on its page and on pages below it. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const here = usePathname();
  const current = here === href ? 'page' : here.startsWith(`${href}/`) ? 'true' : undefined;
  return (
    <Link
      href={href}
      aria-current={current}
      className="inline-flex min-h-10 items-center border-b-2 border-transparent px-2 forced-colors:border-[Canvas] text-sm text-muted hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink forced-colors:aria-[current]:border-[Highlight]"
    >
      {children}
    </Link>
  );
}

type SiteLinkProps = { href: string; className: string; children: ReactNode };

/**
 * A link of the header or footer that marks itself on its own page. It does not prefetch: pages are rendered per request, so a prefetch would gain nothing.
 */
export function SiteLink({ href, className, children }: SiteLinkProps) {
  const here = usePathname();
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here === href ? 'page' : undefined}
      className={className}
    >
      {children}
    </Link>
  );
}
