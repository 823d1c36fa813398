import { getTranslations } from 'next-intl/server';
import { hrefToAllow } from '@/app/(workspace)/api-keys/[id]/_edit/proposed';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import { dayByAddress, refusedIn } from '@/lib/api-keys/guardrails/day-by-address';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isShut } from '@/lib/api-keys/model/state';

/** How many addresses are told. */
const SHOWN = 5;

/** From where requests were refused as the key may not be used from there, and the way to allow it. */
export async function RefusedElsewhere({ apiKey }: { apiKey: ApiKey }) {
  const { id, state, allowedAddresses } = apiKey;
  if (isShut(state) || allowedAddresses.length === 0) return null;
  const refused = refusedIn(await dayByAddress(apiKey), apiKey);
  if (refused.length === 0) return null;
  const t = await getTranslations('apiKeys.addresses');
  const count = refused.length - SHOWN;
  return (
    <Notice tone="warning" title={t('refused.title')}>
      <ul className="grid gap-1">
        {refused.slice(0, SHOWN).map(({ address, requests }) => (
          <li key={address}>
            <span>{t('refused.from', { count: requests, address: address || t('others') })}</span>{' '}
            {address && (
              <TextLink href={hrefToAllow(id, address)} prefetch={false}>
                {t('refused.allow', { address })}
              </TextLink>
            )}
          </li>
        ))}
        {count > 0 && <li>{t('moreAddresses', { count })}</li>}
      </ul>
    </Notice>
  );
}
