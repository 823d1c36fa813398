'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { SelectField } from '@/components/forms/field';
import { EXPIRIES } from '@/lib/api-keys/model/durations';

type Props = {
  ref: RefObject<HTMLDetailsElement | null>;
  /** what is wrong with each field, by its name */
  errors: Record<string, string> | undefined;
};

/** What an Owner may decide about a new key besides its name. Each has a default. */
export function KeyOptions({ ref, errors }: Props) {
  const t = useTranslations('client.createKey');
  return (
    <details ref={ref} className="mt-2 text-sm">
      <summary className="w-fit rounded-control py-1.5 text-muted hover:text-ink">
        {t('options')}
      </summary>
      <div className="mt-2 grid gap-4 sm:max-w-md sm:grid-cols-2">
        <SelectField
          id="key-access"
          name="access"
          label={t('labels.scopes')}
          error={errors?.scopes}
        >
          <option value="write">{t('readWrite')}</option>
          <option value="read">{t('readOnly')}</option>
        </SelectField>
        <SelectField
          id="key-expiry"
          name="expiresInDays"
          label={t('labels.expiresInDays')}
          error={errors?.expiresInDays}
        >
          <option value="">{t('never')}</option>
          {EXPIRIES.map((days) => (
            <option key={days} value={days}>
              {t('days', { days })}
            </option>
          ))}
        </SelectField>
      </div>
    </details>
  );
}
