'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/button';
import { Link } from '@/components/page/link';
import type { Found } from './found';

type Props = {
  found: Found;
  /** the path of the page that is open */
  here: string;
  /** called when somebody chooses the page that is open */
  onStay: () => void;
};

/** What was found, by what it is. */
export function FoundList({ found, here, onStay }: Props) {
  const t = useTranslations('client.find.kinds');
  return (
    <div className="grid grid-cols-1 gap-4">
      {found.map(({ kind, hits }) => (
        <section key={kind} aria-labelledby={`found-${kind}`}>
          <h3 id={`found-${kind}`} className="text-label text-muted">
            {t(kind)}
          </h3>
          <ul className="-mx-3 mt-1">
            {hits.map(({ href, title, detail, isName, leaked }) => (
              <li key={href} className="flex flex-wrap items-center gap-x-2">
                <Link
                  href={href}
                  prefetch={false}
                  onNavigate={() => href === here && onStay()}
                  className="block min-w-0 grow rounded-control px-3 py-2 hover:bg-sunken focus:bg-sunken"
                >
                  <span
                    id={`found-${href}`}
                    translate={isName ? 'no' : undefined}
                    className="block font-medium wrap-anywhere"
                  >
                    {title}
                  </span>
                  {detail && <span className="block truncate text-xs text-muted">{detail}</span>}
                </Link>
                {leaked && (
                  <Link
                    href={leaked.href}
                    prefetch={false}
                    aria-describedby={`found-${href}`}
                    onNavigate={() => leaked.href === here && onStay()}
                    className={buttonClass('dangerQuiet', 'mx-3 my-1')}
                  >
                    {leaked.title}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
