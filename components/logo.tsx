/**
 * The mark and the name, which is left to screen readers where there is little room: on a phone with
 * very large letters, or, if it is `compact`, on any.
 */
export function Logo({ compact = false }: { compact?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2 font-semibold tracking-tight">
      <svg viewBox="0 0 24 24" className="size-6" aria-hidden="true">
        <rect width="24" height="24" rx="6" className="fill-accent" />
        <path
          d="M7 7.5h10L7 16.5h10"
          className="fill-none stroke-on-accent"
          strokeWidth="2.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className={compact ? 'max-sm:sr-only' : 'max-[20rem]:sr-only'}>Zendrhax</span>
    </span>
  );
}
