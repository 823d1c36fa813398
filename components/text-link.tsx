import type { ComponentProps } from 'react';
import { Link } from '@/components/page/link';

/** A link within a text. Its padding is room for a thumb, and moves no line. */
export function TextLink({ children, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link {...props} className="py-2 font-medium text-accent underline underline-offset-2">
      {children}
    </Link>
  );
}
