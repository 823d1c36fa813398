import { useTranslations } from 'next-intl';
import type { FieldSpec } from '@/components/forms/form-field';
import { EXPIRIES } from '@/lib/api-keys/model/durations';
import type { CreateField } from '@/lib/api-keys/model/schema';
import { NEVER, READ, WRITE } from './choices';

type Option = Exclude<CreateField, 'name'>;

/**
 * The controls of what is decided about a new key besides its name, by the fields that
 * `createApiKeyInput` has. Where a key is edited it has the same ones.
 */
export function useKeyOptions(): Record<Option, FieldSpec> {
  const t = useTranslations('client.createKey');
  const controls: Record<Option, Omit<FieldSpec, 'name' | 'label'>> = {
    scopes: { options: optionsOf({ [WRITE]: t('readWrite'), [READ]: t('readOnly') }) },
    expiresInDays: {
      options: [
        { value: NEVER, label: t('never') },
        ...EXPIRIES.map((days) => ({ value: String(days), label: t('days', { days }) })),
      ],
    },
    allowedAddresses: { rows: 3, hint: t('hints.allowedAddresses'), isCode: true },
    requestsPerMinute: { hint: t('hints.requestsPerMinute'), inputMode: 'numeric' },
  };
  const names = Object.keys(controls) as Option[];
  const labelled = names.map((name) => [
    name,
    { ...controls[name], name, label: t(`labels.${name}`), isOptional: true },
  ]);
  return Object.fromEntries(labelled);
}

/** A closed choice, by what each of its values is called. */
const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
