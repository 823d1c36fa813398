type Props = { label: string; value: number; max: number };

/** How much of a limit is used; turns to the warning colour when there is nothing left. */
export function Meter({ label, value, max }: Props) {
  const colour = value >= max ? 'meter-full' : '';
  return (
    <meter
      aria-label={label}
      max={Math.max(max, 1)}
      value={Math.min(value, max)}
      className={`meter ${colour}`}
    />
  );
}
