import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import { OptionList } from '@/components/forms/option-list';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { PAUSES } from '@/lib/api-keys/model/durations';
import { StepOut } from '../step-head';
import { pauseKey } from './actions';
import { UNTIL_RESUMED } from './until-resumed';

/** For how long to pause a key. For a paused one, its pause then ends at another time. */
export async function PauseForm({ apiKey }: { apiKey: ApiKey }) {
  const { id, workspaceId, state } = apiKey;
  const t = await getTranslations('apiKeys.pause');
  const isPaused = state === 'paused';
  const choices = [
    ...PAUSES.map((minutes) => ({ value: String(minutes), label: t('minutes', { minutes }) })),
    { value: UNTIL_RESUMED, label: t('untilIResume') },
  ];
  return (
    <div className="mt-8">
      <ActionForm
        id="pause"
        action={pauseKey.bind(null, workspaceId, id)}
        submit={isPaused ? t('submitChange') : t('submit')}
        pending={t('pending')}
        variant={isPaused ? 'secondary' : 'primary'}
        out={<StepOut apiKey={apiKey}>{isPaused ? t('cancelChange') : t('cancel')}</StepOut>}
        before={
          <OptionList
            legend={isPaused ? t('legendChange') : t('legend')}
            name="minutes"
            options={choices}
            chosen={choices[0]?.value}
          />
        }
      />
    </div>
  );
}
