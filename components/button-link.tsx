import type { ComponentProps } from 'react';
import { Link } from '@/components/page/link';
import { buttonClass, type Styled } from './button';

/** A link that looks like a button. Apart from it, for pages whose buttons are no links. */
export function ButtonLink({
  variant,
  className,
  children,
  ...props
}: ComponentProps<typeof Link> & Styled) {
  return (
    <Link {...props} className={buttonClass(variant, className)}>
      {children}
    </Link>
  );
}
