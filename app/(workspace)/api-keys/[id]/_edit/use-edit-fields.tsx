import { useFormatter, useNow, useTranslations } from 'next-intl';
import { ON_A_DAY } from '@/app/(workspace)/api-keys/_fields/choices';
import { useExpiryFields } from '@/app/(workspace)/api-keys/_fields/use-expiry-fields';
import { useKeyOptions } from '@/app/(workspace)/api-keys/_fields/use-key-options';
import { Loss } from '@/app/(workspace)/api-keys/_parts/loss';
import type { FieldSpec } from '@/components/forms/form-field';
import { TextLink } from '@/components/text-link';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { EXPIRIES } from '@/lib/api-keys/model/durations';
import { inDays } from '@/lib/api-keys/model/lifetime';
import type { UpdateField } from '@/lib/api-keys/model/schema';
import { momentIn } from '@/lib/i18n/moment';
import { isReadOnly } from '@/lib/scopes';
import { UTC } from '@/lib/time-zone';

/** What a choice would take away from whatever uses the key, in sentences. */
export type Losses = { readOnly: string; expire: string };

/** The controls of what may be edited: the options of a new key, and what only an edit asks. */
export function useEditFields(
  { id, expiresAt, scopes: access, lastUsedAt }: ApiKey,
  longest: Date | null,
  losses: Losses | null,
): Record<UpdateField, FieldSpec> {
  const t = useTranslations('apiKeys.edit');
  const words = useTranslations('client.createKey');
  const format = useFormatter();
  const now = useNow();
  const { scopes, allowedAddresses, ...options } = useKeyOptions();
  // A day is chosen in UTC here.
  const told = (date: Date) => momentIn(format, UTC, date, 'minute');
  const end = expiresAt ? told(expiresAt) : words('never');
  const { expiresInDays, lastDay } = useExpiryFields({
    longest,
    byDefault: { label: t('asItIs', { end }), isNever: !expiresAt },
  });
  const isEarlier = (days: number) => !expiresAt || inDays(days, now) < expiresAt;
  return {
    name: { name: 'name', label: words('labels.name') },
    note: { name: 'note', label: t('note'), hint: t('noteHint'), rows: 3, isOptional: true },
    scopes: {
      ...scopes,
      hint: losses && !isReadOnly(access) && <Loss of="read">{losses.readOnly}</Loss>,
    },
    expiresInDays: {
      ...expiresInDays,
      hint: (
        <>
          {longest && <span className="block">{t('longest', { until: told(longest) })}</span>}
          {losses && <Loss of={[...EXPIRIES.filter(isEarlier), ON_A_DAY]}>{losses.expire}</Loss>}
        </>
      ),
    },
    lastDay,
    allowedAddresses: {
      ...allowedAddresses,
      hint: (
        <>
          <span>{allowedAddresses.hint}</span>{' '}
          {lastUsedAt && (
            <TextLink href={`/api-keys/${id}/addresses`} prefetch={false}>
              {t('propose')}
            </TextLink>
          )}
        </>
      ),
    },
    ...options,
  };
}
