import { type ReactNode, useId } from 'react';

type Option = { value: string; label: string; hint?: ReactNode };

type Props = {
  /** the question */
  legend: string;
  name: string;
  options: Option[];
  /** the value of the option that is chosen at first */
  chosen: string | undefined;
};

/** One of a few options, each of which is told. Many, or short ones, are a `SelectField`. */
export function OptionList({ legend, name, options, chosen }: Props) {
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-label">{legend}</legend>
      <div className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface shadow-raised">
        {options.map(({ value, label, hint }) => (
          <label
            key={value}
            className="flex min-h-11 cursor-pointer items-start gap-3 px-4 py-2.5 has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === chosen}
              aria-labelledby={`${id}-${value}`}
              aria-describedby={hint ? `${id}-${value}-hint` : undefined}
              className="mt-1 outline-none"
            />
            <span className="min-w-0">
              <span id={`${id}-${value}`} className={hint ? 'block font-medium' : 'block'}>
                {label}
              </span>
              {hint && (
                <span id={`${id}-${value}-hint`} className="block text-sm text-muted">
                  {hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
