import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { UsedLately } from '@/app/(workspace)/api-keys/_parts/used-lately';
import { ButtonLink } from '@/components/button-link';
import { ActionForm } from '@/components/forms/action-form';
import { TextLink } from '@/components/text-link';
import { isLive } from '@/lib/api-keys/model/state';
import { isolated } from '@/lib/i18n/isolated';
import { findKey } from '../find-key';
import { StepHead } from '../step-head';
import { confirmPlace } from './actions';
import { placeInWords } from './place-in-words';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await findKey((await params).id);
  return { title: (await getTranslations('apiKeys.newPlace'))('title', isolated({ name })) };
}

/**
 * Where the mail about a key that is used from somewhere new leads. Opening it changes nothing: scanners
 * of mails do.
 */
export default async function NewPlacePage({ params }: Props) {
  const apiKey = await findKey((await params).id);
  const { id, workspaceId, name, hint, state } = apiKey;
  const t = await getTranslations('apiKeys.newPlace');
  const place = await placeInWords(apiKey);
  return (
    <div className="max-w-xl">
      <HeaderFollows workspaceId={workspaceId} />
      <StepHead apiKey={apiKey}>{t('title', isolated({ name }))}</StepHead>
      <p translate="no" className="mt-1.5 font-mono text-sm text-muted">
        {hint}
      </p>
      <p className="mt-6">{place ?? t('nothing')}</p>
      <div className="mt-4">
        <UsedLately apiKey={apiKey} />
      </div>
      <div className="mt-6 flex flex-wrap items-start gap-3">
        {place && (
          <ActionForm
            id="new-place"
            action={confirmPlace.bind(null, workspaceId, id)}
            submit={t('ours')}
            pending={t('pending')}
          />
        )}
        {isLive(state) && (
          <ButtonLink href={`/api-keys/${id}/pause`} variant="secondary">
            {t('pause')}
          </ButtonLink>
        )}
      </div>
      {isLive(state) && (
        <p className="mt-6 text-sm text-muted">
          {t.rich('off', {
            key: (text) => <TextLink href={`/api-keys/${id}#edit`}>{text}</TextLink>,
            leaked: (text) => <TextLink href={`/api-keys/${id}/leaked`}>{text}</TextLink>,
          })}
        </p>
      )}
    </div>
  );
}
