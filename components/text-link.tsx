import Link from 'next/link';
import type { ComponentProps } from 'react';

/** A link within a text. */
export function TextLink(props: ComponentProps<typeof Link>) {
  return <Link {...props} className="font-medium text-accent underline underline-offset-2" />;
}
