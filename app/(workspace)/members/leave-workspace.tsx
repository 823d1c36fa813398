import { getTranslations } from 'next-intl/server';
import { ConfirmAction } from '@/components/dialogs/confirm-action';
import { questionWords } from '@/components/dialogs/question-words';
import { isolated } from '@/lib/i18n/isolated';
import type { Membership } from '@/lib/identity/sessions/find-session';
import { leave } from './actions';

/** The button for everyone but the Owner, who cannot leave. */
export async function LeaveWorkspace({ workspace: { id, name } }: { workspace: Membership }) {
  const t = await getTranslations('members.leave');
  return (
    <div className="mt-8">
      <ConfirmAction
        trigger={t('trigger')}
        words={questionWords((part) => t(part, isolated({ workspace: name })), t('text'))}
        action={leave.bind(null, id)}
        next="/workspace/select"
      />
    </div>
  );
}
