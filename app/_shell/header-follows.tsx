'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

type Props = {
  /** the workspace that the page is about, if there is one */
  workspaceId: string | undefined;
};

/**
 * Has the header name the workspace that the page is about. A layout stays as it was from page to
 * page, but somebody may have removed the reader meanwhile, or another tab chosen another workspace.
 */
export function HeaderFollows({ workspaceId }: Props) {
  const router = useRouter();
  useEffect(() => {
    const header = document.querySelector<HTMLElement>('header[data-workspace]');
    if (header?.dataset.workspace !== workspaceId) router.refresh();
  }, [workspaceId, router]);
  return null;
}
