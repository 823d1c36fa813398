'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { useKeyOptions } from '@/app/(workspace)/api-keys/_fields/use-key-options';
import { FormField } from '@/components/forms/form-field';

type Props = {
  ref: RefObject<HTMLDetailsElement | null>;
  /** what is wrong with each field, by its name */
  errors: Record<string, string> | undefined;
};

/** What an Owner may decide about a new key besides its name. Each has a default. */
export function KeyOptions({ ref, errors }: Props) {
  const t = useTranslations('client.createKey');
  const options = Object.values(useKeyOptions());
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
