const TONES: Record<string, string> = {
  GET: 'bg-accent-soft text-accent',
  POST: 'bg-success-soft text-success',
  DELETE: 'bg-danger-soft text-danger',
};

/** An HTTP method. Its colour shows whether it reads, adds, changes or deletes. */
export function Method({ name }: { name: string }) {
  const tone = TONES[name] ?? 'bg-warning-soft text-warning';
  return (
    <span
      className={`rounded-control px-1.5 py-0.5 font-mono text-xs font-semibold whitespace-nowrap ${tone}`}
    >
      {name}
    </span>
  );
}
