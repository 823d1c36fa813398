import { getTranslations } from 'next-intl/server';
import { switchWorkspace } from '@/app/_shell/actions';
import { Button } from '@/components/button';
import { StepForm } from '@/components/forms/step-form';
import { Notice } from '@/components/page/notice';
import { isolated } from '@/lib/i18n/isolated';
import type { Membership } from '@/lib/identity/sessions/find-session';

type Props = { removedFrom: string; current: Membership };

/** For someone who was removed from the workspace they worked in, and is in another one now. */
export async function RemovedNotice({ removedFrom, current }: Props) {
  const t = await getTranslations('noWorkspace');
  const names = isolated({ workspace: removedFrom, current: current.name });
  return (
    <div className="mb-6">
      <Notice tone="warning" live="status">
        <StepForm
          action={switchWorkspace}
          className="flex flex-wrap items-center justify-between gap-3"
        >
          <p>{t('removedElsewhere', names)}</p>
          <Button type="submit" name="workspaceId" value={current.id} variant="secondary">
            {t('understood', names)}
          </Button>
        </StepForm>
      </Notice>
    </div>
  );
}
