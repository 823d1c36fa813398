import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { UsedLately } from '@/app/(workspace)/api-keys/_parts/used-lately';
import { Notice } from '@/components/page/notice';
import { isLive } from '@/lib/api-keys/model/state';
import { isolated } from '@/lib/i18n/isolated';
import { findKey } from '../find-key';
import { ResumeKey } from '../resume-key';
import { StepHead } from '../step-head';
import { PauseForm } from './pause-form';
import { pauseInWords } from './pause-in-words';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await findKey((await params).id);
  return { title: (await getTranslations('apiKeys.pause'))('title', { name }) };
}

/** Pauses a key for a while, to see whether anyone misses it. */
export default async function PausePage({ params }: Props) {
  const apiKey = await findKey((await params).id);
  const { id, workspaceId, name, hint, state } = apiKey;
  if (!isLive(state)) redirect(`/api-keys/${id}`);
  const t = await getTranslations('apiKeys.pause');
  return (
    <div className="max-w-xl">
      <HeaderFollows workspaceId={workspaceId} />
      <StepHead apiKey={apiKey}>{t('title', isolated({ name }))}</StepHead>
      <p translate="no" className="mt-1.5 font-mono text-sm text-muted">
        {hint}
      </p>
      {state === 'paused' ? (
        <div className="mt-6 grid gap-3">
          <Notice tone="warning">{await pauseInWords(apiKey)}</Notice>
          <ResumeKey apiKey={apiKey} />
        </div>
      ) : (
        <>
          <ul className="mt-6 list-disc space-y-1.5 pl-5 text-muted">
            <li>{t('what.refused')}</li>
            <li>{t('what.comesBack')}</li>
            <li>{t('what.counts')}</li>
          </ul>
          <div className="mt-4">
            <UsedLately apiKey={apiKey} change="pause" />
          </div>
        </>
      )}
      <PauseForm apiKey={apiKey} />
    </div>
  );
}
