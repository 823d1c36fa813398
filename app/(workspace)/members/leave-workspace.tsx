import { getTranslations } from 'next-intl/server';
import { ConfirmAction } from '@/components/confirm-action';
import { leave } from './actions';

/** For everyone but the Owner. */
export async function LeaveWorkspace({ workspace }: { workspace: string }) {
  const t = await getTranslations('members.leave');
  const words = {
    trigger: t('trigger'),
    title: t('title', { workspace }),
    text: t('text'),
    cancel: t('cancel'),
    confirm: t('confirm'),
    pending: t('pending'),
    network: t('network'),
  };
  return (
    <div className="mt-8">
      <ConfirmAction words={words} action={leave} next="/workspace/select" />
    </div>
  );
}
