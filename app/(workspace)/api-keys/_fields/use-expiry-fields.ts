import { useNow, useTranslations } from 'next-intl';
import type { FieldSpec } from '@/components/forms/form-field';
import { EXPIRIES } from '@/lib/api-keys/model/durations';
import type { ExpiryChoice } from '@/lib/api-keys/model/expiry';
import { inDays, livesTooLong } from '@/lib/api-keys/model/lifetime';
import { BY_DEFAULT, NEVER, ON_A_DAY } from './choices';

const DAY_MS = 86_400_000;

type Terms = {
  /** until when the key may live, by the policy of the workspace; null for ever */
  longest: Date | null;
  /** what it is called not to choose, and when the key expires then; never, if it is left out */
  byDefault?: { label: string; isNever: boolean } | undefined;
};

/** The controls of when a key expires: what its workspace allows of it. */
export function useExpiryFields({
  longest,
  byDefault,
}: Terms): Record<keyof ExpiryChoice, FieldSpec> {
  const t = useTranslations('client.createKey');
  const now = useNow();
  const fits = (days: number) => !livesTooLong(inDays(days, now), longest);
  return {
    expiresInDays: {
      name: 'expiresInDays',
      label: t('labels.expiresInDays'),
      isOptional: true,
      options: [
        ...(byDefault ? [{ value: BY_DEFAULT, label: byDefault.label }] : []),
        ...(longest || byDefault?.isNever ? [] : [{ value: NEVER, label: t('never') }]),
        ...EXPIRIES.filter(fits).map((days) => ({
          value: String(days),
          label: t('days', { days }),
        })),
        { value: ON_A_DAY, label: t('onADay') },
      ],
    },
    lastDay: {
      name: 'lastDay',
      label: t('labels.lastDay'),
      isOptional: true,
      hint: t('lastDayHint'),
      type: 'date',
      min: dayOf(now.getTime()),
      ...(longest && { max: dayOf(longest.getTime() - DAY_MS + 1) }),
      className: '[form:not(:has(option[value=day]:checked))_&]:hidden',
    },
  };
}

/** The day in UTC, of which the end is the end of a key. */
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
