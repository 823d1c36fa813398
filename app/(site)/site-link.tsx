'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

type Props = { href: string; className: string; children: ReactNode };

/**
 * A link of the header or footer that knows whether it leads to where the reader is. In the menu of
 * a phone it closes the menu behind it. Pages are rendered for who asks: fetched ahead, they would
 * bring nothing.
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
