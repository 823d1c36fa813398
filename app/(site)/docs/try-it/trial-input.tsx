'use client';

import { useTranslations } from 'next-intl';
import { inputClass } from '@/components/field';
import { fieldName, type TrialField } from './request';

/** One parameter: a choice where the values are known, text otherwise. */
export function TrialInput({ of, field }: { of: string; field: TrialField }) {
  const t = useTranslations('reference.client.tryIt');
  const id = `${of}-${field.name}`;
  const common = { id, name: fieldName(field), required: field.required };
  return (
    <div>
      <label htmlFor={id} lang="en" className="mb-1.5 block font-mono text-sm font-medium">
        {field.name}
      </label>
      {field.values.length > 0 ? (
        <select {...common} className={inputClass}>
          <option value="">{t('any')}</option>
          {field.values.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          placeholder={field.preset}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className={`${inputClass} font-mono`}
        />
      )}
    </div>
  );
}
