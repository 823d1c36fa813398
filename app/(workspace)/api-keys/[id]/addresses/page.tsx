import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { Button } from '@/components/button';
import { FormActions } from '@/components/forms/form-actions';
import { Notice } from '@/components/page/notice';
import { NEW_FOR_DAYS, proposeAddresses } from '@/lib/api-keys/guardrails/propose-addresses';
import { mayComeFrom } from '@/lib/api-keys/model/may-come-from';
import { isLive } from '@/lib/api-keys/model/state';
import { isolated } from '@/lib/i18n/isolated';
import { findKey } from '../find-key';
import { StepHead, StepOut } from '../step-head';
import { AddressBoxes } from './address-boxes';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await findKey((await params).id);
  return { title: (await getTranslations('apiKeys.addresses'))('title', isolated({ name })) };
}

/**
 * Proposes where a key may be used from, by where it was used from. What is chosen goes into the form on
 * the page of the key; only that one saves it, so this one needs no script.
 */
export default async function AddressesPage({ params }: Props) {
  const apiKey = await findKey((await params).id);
  const { id, workspaceId, name, state, allowedAddresses } = apiKey;
  if (!isLive(state)) redirect(`/api-keys/${id}`);
  const t = await getTranslations('apiKeys.addresses');
  const { addresses, others } = await proposeAddresses(apiKey);
  const list = allowedAddresses.join(' ');
  const isListed = (address: string) => list !== '' && mayComeFrom(list, address);
  const isAllListed = addresses.every(({ address }) => isListed(address));
  return (
    <div className="max-w-xl">
      <HeaderFollows workspaceId={workspaceId} />
      <StepHead apiKey={apiKey}>{t('title', isolated({ name }))}</StepHead>
      <p className="mt-2 text-muted">{t('lead', { days: NEW_FOR_DAYS })}</p>
      <form action={`/api-keys/${id}#edit`} className="mt-6 grid gap-5">
        {addresses.length === 0 && <Notice>{t('none')}</Notice>}
        <AddressBoxes addresses={addresses} isListed={isListed} />
        {others > 0 && <Notice tone="warning">{t('untold', { count: others })}</Notice>}
        <FormActions
          step={!isAllListed && <Button type="submit">{t('submit')}</Button>}
          out={<StepOut apiKey={apiKey}>{t('cancel')}</StepOut>}
        />
      </form>
    </div>
  );
}
