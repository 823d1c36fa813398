import { Link } from './link';

export type Crumb = { href: string; title: string };

type Props = { label: string; trail: Crumb[]; current: string };

/** Links to the pages above this one, and its own name. */
export function Breadcrumbs({ label, trail, current }: Props) {
  return (
    <nav aria-label={label} className="text-sm text-muted">
      <ol className="flex flex-wrap gap-x-2">
        {trail.map(({ href, title }) => (
          <li key={href} className="flex gap-x-2">
            <Link href={href} className="-my-1.5 py-1.5 hover:text-ink hover:underline">
              {title}
            </Link>
            <span aria-hidden="true">›</span>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  );
}
