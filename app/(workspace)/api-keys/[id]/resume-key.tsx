import { getTranslations } from 'next-intl/server';
import { ActionButton } from '@/components/forms/action-button';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { resumeKey } from './pause/actions';

/** Ends a pause before its time. */
export async function ResumeKey({ apiKey }: { apiKey: ApiKey }) {
  const t = await getTranslations('apiKeys.pause');
  const { id, workspaceId } = apiKey;
  return (
    <ActionButton
      action={resumeKey.bind(null, workspaceId, id)}
      label={t('resume')}
      variant="secondary"
    />
  );
}
