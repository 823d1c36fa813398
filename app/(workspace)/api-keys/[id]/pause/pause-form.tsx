import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { PAUSES } from '@/lib/api-keys/model/durations';
import { pauseKey } from './actions';
import { UNTIL_RESUMED } from './until-resumed';

/** For how long to pause a key. For a paused one, its pause then ends at another time. */
export async function PauseForm({ apiKey: { id, workspaceId, state } }: { apiKey: ApiKey }) {
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
        before={
          <fieldset>
            <legend className="mb-1.5 text-sm font-medium">
              {isPaused ? t('legendChange') : t('legend')}
            </legend>
            <div className="divide-y divide-line rounded-panel border border-line bg-surface shadow-raised">
              {choices.map(({ value, label }, index) => (
                <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3 px-4">
                  <input
                    type="radio"
                    name="minutes"
                    value={value}
                    defaultChecked={index === 0}
                    className="size-4 accent-accent"
                  />
                  <span>{label}</span>
                </label>
              ))}
            </div>
          </fieldset>
        }
      />
    </div>
  );
}
