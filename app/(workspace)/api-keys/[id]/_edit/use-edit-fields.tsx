import { useFormatter, useNow, useTranslations } from 'next-intl';
import { AS_IT_IS, ON_A_DAY } from '@/app/(workspace)/api-keys/_fields/choices';
import { useKeyOptions } from '@/app/(workspace)/api-keys/_fields/use-key-options';
import { Loss } from '@/app/(workspace)/api-keys/_parts/loss';
import type { FieldSpec } from '@/components/forms/form-field';
import { TextLink } from '@/components/text-link';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { EXPIRIES, expiryIn } from '@/lib/api-keys/model/durations';
import type { UpdateField } from '@/lib/api-keys/model/schema';
import { momentIn } from '@/lib/i18n/moment';
import { isReadOnly } from '@/lib/scopes';
import { UTC } from '@/lib/time-zone';

/** What a choice would take away from whatever uses the key, in sentences. */
export type Losses = { readOnly: string; expire: string };

/** The controls of what may be edited: the options of a new key, and what only an edit asks. */
export function useEditFields(
  { id, expiresAt, scopes: access, lastUsedAt }: ApiKey,
  losses: Losses | null,
): Record<UpdateField, FieldSpec> {
  const t = useTranslations('apiKeys.edit');
  const labels = useTranslations('client.createKey.labels');
  const format = useFormatter();
  const now = useNow();
  const { scopes, expiresInDays, allowedAddresses, ...options } = useKeyOptions();
  const [never, ...inDays] = expiresInDays.options ?? [];
  // A day is chosen in UTC here.
  const end = expiresAt ? momentIn(format, UTC, expiresAt, 'minute') : (never?.label ?? '');
  const isEarlier = (days: number) => !expiresAt || Number(expiryIn(days, now)) < Number(expiresAt);
  return {
    name: { name: 'name', label: labels('name') },
    note: { name: 'note', label: t('note'), hint: t('noteHint'), rows: 3, isOptional: true },
    scopes: {
      ...scopes,
      hint: losses && !isReadOnly(access) && <Loss of="read">{losses.readOnly}</Loss>,
    },
    expiresInDays: {
      ...expiresInDays,
      options: [
        { value: AS_IT_IS, label: t('asItIs', { end }) },
        ...(expiresAt && never ? [never] : []),
        ...inDays,
        { value: ON_A_DAY, label: t('onADay') },
      ],
      hint: losses && <Loss of={[...EXPIRIES.filter(isEarlier), ON_A_DAY]}>{losses.expire}</Loss>,
    },
    lastDay: {
      name: 'lastDay',
      label: t('lastDay'),
      hint: t('lastDayHint'),
      type: 'date',
      min: now.toISOString().slice(0, 10),
      className: '[form:not(:has(option[value=day]:checked))_&]:hidden',
    },
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
