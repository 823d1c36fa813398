import { getTranslations } from 'next-intl/server';
import { Time } from '@/app/_times/time';
import { Badge } from '@/components/badge';
import type { ProposedAddress } from '@/lib/api-keys/guardrails/propose-addresses';

type Props = { addresses: ProposedAddress[]; isListed: (address: string) => boolean };

/** The addresses to choose from. What is new is not chosen: nobody knows it yet. */
export async function AddressBoxes({ addresses, isListed }: Props) {
  if (addresses.length === 0) return null;
  const t = await getTranslations('apiKeys.addresses');
  return (
    <fieldset>
      <legend className="mb-1.5 text-label">{t('legend')}</legend>
      <div className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface shadow-raised">
        {addresses.map((one) => (
          <AddressBox key={one.address} one={one} isListed={isListed(one.address)} />
        ))}
      </div>
    </fieldset>
  );
}

async function AddressBox({ one, isListed }: { one: ProposedAddress; isListed: boolean }) {
  const t = await getTranslations('apiKeys.addresses');
  const { address, agents, firstAt, lastAt, requests, isNew } = one;
  return (
    <label className="flex min-h-11 items-start gap-3 px-4 py-2.5 has-checked:bg-accent-soft has-enabled:cursor-pointer has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent">
      <input
        type="checkbox"
        name="allow"
        value={address}
        defaultChecked={isListed || !isNew}
        disabled={isListed}
        className="mt-1 outline-none"
      />
      <span className="min-w-0 grow">
        <span className="flex flex-wrap items-center gap-x-2">
          <span translate="no" className="font-mono text-code wrap-anywhere">
            {address}
          </span>
          {isListed && <Badge>{t('listed')}</Badge>}
          {isNew && !isListed && <Badge tone="warning">{t('new')}</Badge>}
        </span>
        <span className="mt-0.5 block text-sm text-muted wrap-anywhere">
          <span>
            {t.rich('seen', {
              count: requests,
              first: () => <Time date={firstAt} format="date" />,
              last: () => <Time date={lastAt} format="relative" />,
            })}
          </span>
          {agents.length > 0 && (
            <span translate="no" className="block">
              {agents.join(', ')}
            </span>
          )}
        </span>
      </span>
    </label>
  );
}
