'use client';

import { useTranslations } from 'next-intl';
import { Field, SelectField } from '@/components/forms/field';
import { fieldName, type TrialField } from './request';

/** One parameter: a choice if its values are known, otherwise a text field. */
export function TrialInput({ of, field }: { of: string; field: TrialField }) {
  const t = useTranslations('reference.client.tryIt');
  const { name: label, required, values, preset } = field;
  const common = { id: `${of}-${label}`, name: fieldName(field), label, required };
  if (values.length === 0) {
    return (
      <Field
        {...common}
        placeholder={preset}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className="font-mono"
      />
    );
  }
  return (
    <SelectField {...common} className="font-mono">
      <option value="">{preset === '' ? t('any') : t('preset', { value: preset })}</option>
      {values
        .filter((value) => value !== preset)
        .map((value) => (
          <option key={value}>{value}</option>
        ))}
    </SelectField>
  );
}
