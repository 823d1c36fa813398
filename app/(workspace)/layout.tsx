import type { ReactNode } from 'react';
import { TellZone } from '@/app/_preferences/tell-zone';
import { AppHeader } from '@/app/_shell/app-header';
import { requireSession } from '@/lib/identity/sessions/guards';
import { RemovedNotice } from './_parts/removed-notice';

/** The frame of the signed-in pages. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  const { workspace, removedFrom } = session;
  return (
    <div className="min-h-dvh [--page:64rem] xl:[--page:72rem]">
      <TellZone />
      <AppHeader session={session} />
      <main id="main" className="mx-auto max-w-(--page) px-4 pt-8 pb-28 sm:px-6 sm:pt-10">
        {removedFrom && workspace && (
          <RemovedNotice removedFrom={removedFrom} current={workspace} />
        )}
        {children}
      </main>
    </div>
  );
}
