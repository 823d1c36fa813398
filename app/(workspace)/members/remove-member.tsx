import { getTranslations } from 'next-intl/server';
import { ConfirmAction } from '@/components/confirm-action';
import { removeFromWorkspace } from './actions';

/** Remove, and the question that says what will happen. */
export async function RemoveMember({ userId, name }: { userId: string; name: string }) {
  const t = await getTranslations('members.remove');
  const words = {
    trigger: t('trigger'),
    title: t('title', { name }),
    text: t('text'),
    cancel: t('cancel'),
    confirm: t('confirm'),
    pending: t('pending'),
    network: t('network'),
  };
  return <ConfirmAction words={words} action={removeFromWorkspace.bind(null, userId)} />;
}
