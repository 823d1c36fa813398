import { useTranslations } from 'next-intl';
import type { FieldSpec } from '@/components/forms/form-field';
import type { ExpiryChoice } from '@/lib/api-keys/model/expiry';
import type { CreateField } from '@/lib/api-keys/model/schema';
import { READ, WRITE } from './choices';

type Option = Exclude<CreateField, 'name' | keyof ExpiryChoice>;

/**
 * The controls of what is decided about a new key besides its name and its expiry, by the fields that
 * `createApiKeyInput` has. Where a key is edited it has the same ones.
 */
export function useKeyOptions(): Record<Option, FieldSpec> {
  const t = useTranslations('client.createKey');
  const controls: Record<Option, Omit<FieldSpec, 'name' | 'label'>> = {
    scopes: { options: optionsOf({ [WRITE]: t('readWrite'), [READ]: t('readOnly') }) },
    allowedAddresses: { rows: 3, hint: t('hints.allowedAddresses'), isCode: true },
    requestsPerMinute: { hint: t('hints.requestsPerMinute'), inputMode: 'numeric' },
    newPlaceMails: { options: optionsOf({ on: t('newPlaces.on'), off: t('newPlaces.off') }) },
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
