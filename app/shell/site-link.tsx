'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

type Props = { href: string; className: string; children: ReactNode };

/**
 * A link of the header or footer that marks itself on its own page. On a phone it also closes the
 * menu. It does not prefetch: pages are rendered per request, so a prefetch would gain nothing.
 */
export function SiteLink({ href, className, children }: Props) {
  const here = usePathname();
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here === href ? 'page' : undefined}
      onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
      className={className}
    >
      {children}
    </Link>
  );
}
