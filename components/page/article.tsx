import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './breadcrumbs';

type Props = {
  breadcrumbs: { label: string; trail: Crumb[] };
  /** a way back, beside the breadcrumbs */
  back?: ReactNode;
  title: string;
  lead: ReactNode;
  /** its headings: beside the text, or above it on a phone */
  contents: { label: string; headings: { id: string; text: string }[] };
  children: ReactNode;
  /** what comes after the text */
  foot?: ReactNode;
};

/** A text to read, with its breadcrumbs, title and contents. */
export function Article({ breadcrumbs, back, title, lead, contents, children, foot }: Props) {
  return (
    <article className="grid grid-cols-1 gap-x-14 lg:grid-cols-[minmax(0,1fr)_13rem] lg:grid-rows-[auto_1fr_auto]">
      <header className="lg:col-start-1">
        <div className="flex flex-wrap items-baseline gap-x-5 gap-y-2">
          {back}
          <Breadcrumbs {...breadcrumbs} current={title} />
        </div>
        <h1 className="mt-4 text-title">{title}</h1>
        <div className="mt-3 max-w-prose text-lead text-muted">{lead}</div>
      </header>
      {contents.headings.length > 0 && <Contents {...contents} />}
      <div className="mt-10 min-w-0 lg:col-start-1 [&>*+*]:mt-4 [&>h2]:mt-12 [&>h2:first-child]:mt-0 [&>h2+*]:mt-3">
        {children}
      </div>
      {foot && <footer className="mt-14 min-w-0 lg:col-start-1">{foot}</footer>}
    </article>
  );
}

function Contents({ label, headings }: Props['contents']) {
  return (
    <nav
      aria-label={label}
      className="mt-8 text-sm lg:sticky lg:top-8 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mt-0 lg:max-h-[calc(100dvh-4rem)] lg:-m-1 lg:self-start lg:scroll-p-2 lg:overflow-y-auto lg:p-1"
    >
      <p className="font-medium">{label}</p>
      <ul className="mt-2 border-l border-line">
        {headings.map(({ id, text }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="-ml-px block border-l border-transparent py-1.5 pl-3 text-muted hover:border-control hover:text-ink"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
