'use client';

import type { ReactNode } from 'react';
import { CodeField, Field, SelectField, TextField } from './field';
import { PasswordField } from './password-field';

type Option = {
  value: string;
  label: string;
  /** browsers do not translate it */
  isName?: boolean;
};

/** Options below a name that cannot be chosen. */
type OptionGroup = { label: string; options: Option[] };

export type FieldSpec = {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'date';
  hint?: ReactNode;
  autoComplete?: string;
  placeholder?: string;
  defaultValue?: string;
  /** makes it a select field */
  options?: (Option | OptionGroup)[];
  /** makes it a text field of several lines */
  rows?: number;
  /** of letters that are equally wide, in several lines that do not wrap */
  isCode?: boolean;
  isOptional?: boolean;
  /** the earliest date, and the latest */
  min?: string;
  max?: string;
  /** which keys a phone shows */
  inputMode?: 'numeric';
  className?: string;
  /** a trap for programs: people cannot see it, hear it or tab to it, unless it was filled in */
  isTrap?: boolean;
};

type Props = FieldSpec & { id: string; error: string | undefined };

/** The control that a field is described by. */
export function FormField({ options, rows, isCode, isOptional, isTrap, ...field }: Props) {
  const isHidden = isTrap && !field.error;
  const className = isHidden ? 'hidden' : field.className;
  const common = { ...field, className, required: !isOptional && !isTrap };
  if (rows && isCode) return <CodeField {...common} rows={rows} />;
  if (rows) return <TextField {...common} rows={rows} />;
  if (field.type === 'password') return <PasswordField {...common} />;
  if (!options) return <Field {...common} />;
  return (
    <SelectField {...common}>
      {options.map((one) =>
        'value' in one ? (
          <OptionLine key={one.value} {...one} />
        ) : (
          <optgroup key={one.label} label={one.label}>
            {one.options.map((option) => (
              <OptionLine key={option.value} {...option} />
            ))}
          </optgroup>
        ),
      )}
    </SelectField>
  );
}

function OptionLine({ value, label, isName }: Option) {
  return (
    <option value={value} translate={isName ? 'no' : undefined}>
      {label}
    </option>
  );
}
