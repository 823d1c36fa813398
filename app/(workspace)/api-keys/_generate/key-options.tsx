'use client';

import { useNow, useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { useExpiryFields } from '@/app/(workspace)/api-keys/_fields/use-expiry-fields';
import { useKeyOptions } from '@/app/(workspace)/api-keys/_fields/use-key-options';
import { FormField } from '@/components/forms/form-field';
import { longestLife } from '@/lib/api-keys/model/lifetime';

type Props = {
  ref: RefObject<HTMLDetailsElement | null>;
  /** what is wrong with each field, by its name */
  errors: Record<string, string> | undefined;
  /** how many days a key of the workspace may live; null for ever */
  maxKeyDays: number | null;
};

/** What an Owner may decide about a new key besides its name. Each has a default. */
export function KeyOptions({ ref, errors, maxKeyDays }: Props) {
  const t = useTranslations('client.createKey');
  const longest = longestLife(maxKeyDays, useNow());
  const byDefault = maxKeyDays
    ? { label: t('longest', { days: maxKeyDays }), isNever: false }
    : undefined;
  const expiry = useExpiryFields({ longest, byDefault });
  const { scopes, allowedAddresses, ...others } = useKeyOptions();
  const short = [scopes, ...Object.values(expiry), ...Object.values(others)];
  const options = [...short, { ...allowedAddresses, className: 'sm:col-span-full' }];
  return (
    <details ref={ref} className="text-sm">
      <summary className="absolute -top-1.5 right-0 rounded-control py-1.5 whitespace-nowrap text-muted hover:text-ink sm:top-0 sm:right-auto sm:left-full sm:ml-4">
        {t('options')}
      </summary>
      <div className="mt-3 grid gap-4 sm:max-w-md sm:grid-cols-2">
        {options.map((option) => (
          <FormField
            key={option.name}
            id={`key-${option.name}`}
            error={errors?.[option.name]}
            {...option}
          />
        ))}
      </div>
    </details>
  );
}
