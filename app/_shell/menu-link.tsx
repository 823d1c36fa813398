import Link from 'next/link';
import type { ReactNode } from 'react';
import { LinkPending } from '@/components/page/link-pending';

/** A link in a menu. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="flex min-h-9 items-center rounded-control px-2 hover:bg-sunken">
      {children}
      <LinkPending />
    </Link>
  );
}
