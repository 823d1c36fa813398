import { useNow, useTranslations } from 'next-intl';
import { BY_DEFAULT } from '@/app/(workspace)/api-keys/_fields/choices';
import { useExpiryFields } from '@/app/(workspace)/api-keys/_fields/use-expiry-fields';
import type { FieldSpec } from '@/components/forms/form-field';
import { EXPIRIES } from '@/lib/api-keys/model/durations';
import { livesTooLong, longestLife } from '@/lib/api-keys/model/lifetime';

const DAY_MS = 86_400_000;
/** A key that is rotated because it expires is not to have a successor that expires with it. */
const SOON_MS = 14 * DAY_MS;

export type NewExpiry = {
  /** of the old key */
  createdAt: Date;
  expiresAt: Date | null;
  /** the same in words */
  end: string;
  /** how many days a key of the workspace may live; null for ever */
  maxKeyDays: number | null;
};

/** The controls of when the new key of a rotation expires. */
export function useNewExpiry({ createdAt, expiresAt, end, maxKeyDays }: NewExpiry): FieldSpec[] {
  const t = useTranslations('client');
  const now = useNow();
  const longest = longestLife(maxKeyDays, now);
  const byDefault = livesTooLong(expiresAt, longest)
    ? { label: t('createKey.longest', { days: maxKeyDays ?? 0 }), isNever: false }
    : { label: t('rotateKey.asTheOld', { end }), isNever: !expiresAt };
  const { expiresInDays, lastDay } = useExpiryFields({ longest, byDefault });
  const isSoon = expiresAt !== null && Number(expiresAt) - Number(now) < SOON_MS;
  const life = (Number(expiresAt) - Number(createdAt)) / DAY_MS;
  return [
    {
      ...expiresInDays,
      label: t('rotateKey.expires'),
      defaultValue: isSoon ? asLongAs(life, expiresInDays) : BY_DEFAULT,
    },
    lastDay,
  ];
}

/** Of the choices that there are, the shortest that is no shorter than a life of so many days. */
function asLongAs(life: number, { options = [] }: FieldSpec): string {
  const values = options.map((option) => ('value' in option ? option.value : ''));
  const choices = EXPIRIES.map(String).filter((choice) => values.includes(choice));
  return (
    choices.find((choice) => Number(choice) >= Math.floor(life)) ?? choices.at(-1) ?? BY_DEFAULT
  );
}
