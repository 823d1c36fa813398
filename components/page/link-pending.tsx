'use client';

import { useLinkStatus } from 'next/link';

/**
 * Within a link: marks it from its click until the page that it leads to is there. The marked link
 * looks pressed, and a bar runs at the top of the window (`app/styles/pending.css`), before the network is asked.
 */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return <span hidden data-link-pending={pending || undefined} />;
}
