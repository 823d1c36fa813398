import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { UsedLately } from '@/app/(workspace)/api-keys/_parts/used-lately';
import { ButtonLink } from '@/components/button-link';
import { ActionForm } from '@/components/forms/action-form';
import { isLive } from '@/lib/api-keys/model/state';
import { hindranceOf } from '@/lib/api-keys/rotation/rotation';
import { PAGE_METHOD } from '@/lib/facts/internal-headers.mjs';
import { isolated } from '@/lib/i18n/isolated';
import { receiptOf } from '../_receipt/receipt-of';
import { findKey } from '../find-key';
import { StepHead, StepOut } from '../step-head';
import { revokeLeaked } from './actions';
import { Ended } from './ended';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await findKey((await params).id);
  return { title: (await getTranslations('apiKeys.leaked'))('title', isolated({ name })) };
}

/** Asks, once, before a key that leaked is ended; or the way to another key in its place at once. */
export default async function LeakedPage({ params }: Props) {
  const apiKey = await findKey((await params).id);
  const { id, workspaceId, name, hint, state } = apiKey;
  if (!isLive(state)) {
    // The answer to a form that was sent without a script: a redirect would send it again.
    if ((await headers()).get(PAGE_METHOD) === 'POST') return <Ended apiKey={apiKey} />;
    redirect(receiptOf(id));
  }
  const t = await getTranslations('apiKeys.leaked');
  return (
    <div className="max-w-xl">
      <HeaderFollows workspaceId={workspaceId} />
      <StepHead apiKey={apiKey}>{t('title', isolated({ name }))}</StepHead>
      <p className="mt-2 text-muted">{t('lead', { hint })}</p>
      <div className="mt-4">
        <UsedLately apiKey={apiKey} change="revoke" />
      </div>
      <div className="mt-5">
        <ActionForm
          id="leaked"
          action={revokeLeaked.bind(null, workspaceId, id)}
          submit={t('submit')}
          pending={t('pending')}
          variant="danger"
          out={<StepOut apiKey={apiKey}>{t('cancel')}</StepOut>}
        />
      </div>
      {!hindranceOf(apiKey) && (
        <div className="mt-8 border-t border-line pt-6">
          <p className="text-muted">{t('rotateLead')}</p>
          <p className="mt-3">
            <ButtonLink
              href={`/api-keys/${id}/rotate?retire=now`}
              variant="secondary"
              prefetch={false}
            >
              {t('rotate')}
            </ButtonLink>
          </p>
        </div>
      )}
    </div>
  );
}
