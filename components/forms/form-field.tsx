'use client';

import type { ReactNode } from 'react';
import { Field, SelectField, TextField } from './field';
import { PasswordField } from './password-field';

export type FieldSpec = {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'date';
  hint?: ReactNode;
  autoComplete?: string;
  placeholder?: string;
  defaultValue?: string;
  /** makes it a select field */
  options?: { value: string; label: string }[];
  /** makes it a text field of several lines */
  rows?: number;
  isOptional?: boolean;
  /** the earliest date */
  min?: string;
  className?: string;
};

type Props = FieldSpec & { id: string; error: string | undefined };

/** The control that a field is described by. */
export function FormField({ options, rows, isOptional, ...field }: Props) {
  const common = { ...field, required: !isOptional };
  if (rows) return <TextField {...common} rows={rows} />;
  if (field.type === 'password') return <PasswordField {...common} />;
  if (!options) return <Field {...common} />;
  return (
    <SelectField {...common}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}
