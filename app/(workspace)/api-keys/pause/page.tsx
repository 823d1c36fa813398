import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AskAboutChosen, ChosenIds } from '@/app/(workspace)/api-keys/_chosen/ask-about-chosen';
import type { ChosenParams } from '@/app/(workspace)/api-keys/_chosen/chosen-in';
import { ActionForm } from '@/components/forms/action-form';
import { PAUSES } from '@/lib/api-keys/model/durations';
import { pauseKeys } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiKeys.pauseMany'))('name') };
}

/** Asks for how long to pause several keys at once. */
export default async function PauseKeysPage({ searchParams }: { searchParams: ChosenParams }) {
  const t = await getTranslations('apiKeys');
  return (
    <AskAboutChosen
      words="pauseMany"
      change="pause"
      searchParams={searchParams}
      form={(keys, actor, out) => (
        <ActionForm
          id="pause"
          action={pauseKeys.bind(null, actor.workspaceId)}
          fields={[
            {
              name: 'minutes',
              label: t('pause.legend'),
              isOptional: true,
              options: [
                ...PAUSES.map((minutes) => ({
                  value: String(minutes),
                  label: t('pause.minutes', { minutes }),
                })),
                { value: '', label: t('pause.untilIResume') },
              ],
            },
          ]}
          submit={t('pauseMany.submit', { count: keys.length })}
          pending={t('pause.pending')}
          out={out}
        >
          <ChosenIds keys={keys} />
        </ActionForm>
      )}
    />
  );
}
