import Link from 'next/link';
import type { ReactNode } from 'react';

/** A link in a menu. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="rounded-control px-2 py-1.5 hover:bg-sunken">
      {children}
    </Link>
  );
}
