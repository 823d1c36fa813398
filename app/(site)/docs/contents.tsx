import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Group } from '@/lib/reference/reference';
import { GUIDES } from './guide-names';

const CONTENTS = 'contents';

/** The page's contents by group: beside the text, or above it on a phone. */
export async function Contents({ groups }: { groups: Group[] }) {
  const t = await getTranslations('reference');
  return (
    <nav
      id={CONTENTS}
      aria-label={t('contents')}
      className="scroll-mt-4 text-sm lg:sticky lg:top-8 lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:max-h-[calc(100dvh-4rem)] lg:-m-1 lg:self-start lg:scroll-p-2 lg:overflow-y-auto lg:p-1"
    >
      <div className="grid grid-cols-2 gap-6 sm:max-lg:grid-cols-3 lg:grid-cols-1">
        <Part title={t('basics')}>
          {GUIDES.map((guide) => (
            <Entry key={guide} anchor={guide}>
              {t(`guides.${guide}.title`)}
            </Entry>
          ))}
        </Part>
        {groups.map(({ id, title, operations }) => (
          <Part key={id} title={title}>
            {operations.map((operation) => (
              <Entry key={operation.id} anchor={operation.id}>
                {operation.summary}
              </Entry>
            ))}
          </Part>
        ))}
      </div>
    </nav>
  );
}

/** On a phone, where the page is long: always at hand, and works without JavaScript. */
export async function BackToContents() {
  const t = await getTranslations('reference');
  return (
    <p className="sticky bottom-4 mt-6 flex justify-end lg:hidden">
      <a
        href={`#${CONTENTS}`}
        className="flex min-h-11 items-center gap-2 rounded-full border border-line bg-surface px-4 text-sm font-medium shadow-overlay hover:border-control"
      >
        <span aria-hidden="true">↑</span>
        <span>{t('contents')}</span>
      </a>
    </p>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <p className="font-medium">{title}</p>
      <ul className="mt-1 border-l border-line">{children}</ul>
    </div>
  );
}

function Entry({ anchor, children }: { anchor: string; children: ReactNode }) {
  return (
    <li>
      <a
        href={`#${anchor}`}
        className="-ml-px block border-l border-transparent py-1.5 pl-3 text-muted hover:border-control hover:text-ink"
      >
        {children}
      </a>
    </li>
  );
}
