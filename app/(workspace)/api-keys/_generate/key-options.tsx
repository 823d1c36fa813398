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
    <details ref={ref} className="mt-1 text-sm">
      <summary className="w-fit rounded-control py-1.5 text-muted hover:text-ink">
        {t('options')}
      </summary>
      <div className="mt-2 grid gap-4 sm:max-w-md sm:grid-cols-2">
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
