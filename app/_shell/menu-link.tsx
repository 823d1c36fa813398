import type { ReactNode } from 'react';
import { Link } from '@/components/page/link';

/** A link in a menu. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="flex min-h-9 items-center rounded-control px-2 hover:bg-sunken">
      {children}
    </Link>
  );
}
