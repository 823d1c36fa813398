import { ButtonLink } from '@/components/button-link';

type Step = { href: string; text: string };

type Props = {
  label: string;
  /** to the first page, on the others */
  first: Step | null;
  /** to the page after this one, if there is one */
  next: Step | null;
};

/** The ways between the pages of a list. */
export function Pager({ label, first, next }: Props) {
  if (!first && !next) return null;
  return (
    <nav aria-label={label} className="mt-4 flex justify-between gap-3">
      {first ? (
        <ButtonLink href={first.href} variant="secondary">
          {first.text}
        </ButtonLink>
      ) : (
        <span />
      )}
      {next && (
        <ButtonLink href={next.href} variant="secondary">
          {next.text}
        </ButtonLink>
      )}
    </nav>
  );
}
