'use client';

import NextLink, { useLinkStatus } from 'next/link';
import type { ComponentProps } from 'react';

/**
 * The framework's link, which answers its click before the network is asked. All links are this one.
 */
export function Link({ children, ...props }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink {...props}>
      {children}
      <LinkPending />
    </NextLink>
  );
}

/**
 * Marks the link from its click until the page that it leads to is there. The marked link looks pressed,
 * and a bar runs at the top of the window (`app/styles/pending.css`).
 */
function LinkPending() {
  const { pending } = useLinkStatus();
  return <span hidden data-link-pending={pending || undefined} />;
}
