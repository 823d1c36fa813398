import { getTranslations } from 'next-intl/server';
import { ConfirmAction } from '@/components/confirm-action';
import { questionWords } from '@/components/question-words';
import type { Membership } from '@/lib/auth/find-session';
import { isolated } from '@/lib/i18n/isolated';
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
