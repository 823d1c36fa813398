import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Field, Limits } from '@/lib/reference/fields';
import { Code, Prose } from './prose';

/** Parameters or fields, each with its type and limits. The fields of an object are below it. */
export function Fields({ fields }: { fields: Field[] }) {
  return (
    <ul className="divide-y divide-line border-t border-line">
      {fields.map((field) => (
        <li key={field.name} className="py-3">
          <FieldEntry field={field} />
        </li>
      ))}
    </ul>
  );
}

async function FieldEntry({ field }: { field: Field }) {
  const t = await getTranslations('reference');
  const { name, type, required, description, fields } = field;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <code lang="en" className="font-mono text-sm font-semibold">
          {name}
        </code>
        <span className="text-sm text-muted">{type}</span>
        {required && <span className="text-xs font-medium text-warning">{t('required')}</span>}
      </p>
      {description && (
        <p className="mt-1 text-sm text-muted">
          <Prose text={description} />
        </p>
      )}
      <Facts field={field} />
      {fields.length > 0 && (
        <div className="mt-3 border-l-2 border-line pl-4 [&>ul]:border-t-0">
          <Fields fields={fields} />
        </div>
      )}
    </>
  );
}

async function Facts({ field: { values, limits, default: preset } }: { field: Field }) {
  const t = await getTranslations('reference');
  const facts = [
    ...(values.length > 0 ? [<Values key="values" values={values} />] : []),
    ...(limits ? [t(`limits.${limits.unit}`, { range: rangeOf(limits) })] : []),
    ...(preset === undefined
      ? []
      : [t.rich('default', { value: String(preset), code: (text) => <Value>{text}</Value> })]),
  ];
  if (facts.length === 0) return null;
  return (
    <p className="mt-1 text-sm text-muted">
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts stand in a fixed order
        <span key={index}>
          {index > 0 && <span> · </span>}
          <span>{fact}</span>
        </span>
      ))}
    </p>
  );
}

async function Values({ values }: { values: string[] }) {
  const t = await getTranslations('reference');
  return (
    <>
      <span>{t('oneOf')}</span>{' '}
      {values.map((value, index) => (
        <span key={value}>
          {index > 0 && <span>, </span>}
          <Value>{value}</Value>
        </span>
      ))}
    </>
  );
}

function rangeOf({ min, max }: Limits): string {
  if (min === undefined) return `≤ ${max}`;
  return max === undefined ? `≥ ${min}` : `${min}–${max}`;
}

/** Kept whole: a value may begin with a minus, after which a line would break. */
function Value({ children }: { children: ReactNode }) {
  return (
    <span className="whitespace-nowrap">
      <Code>{children}</Code>
    </span>
  );
}
