'use client';

import { useTranslations } from 'next-intl';
import { flushSync } from 'react-dom';
import type { Language } from '@/lib/reference/samples';
import { CodePanel } from './code-panel';
import { useLanguage } from './reader-choices';

// CSS shows the sample of the checked radio button, so that it works without JavaScript.
const LANGUAGES: { language: Language; name: string; className: string }[] = [
  {
    language: 'curl',
    name: 'curl',
    className: 'hidden group-has-[[value=curl]:checked]/panel:block',
  },
  {
    language: 'javascript',
    name: 'JavaScript',
    className: 'hidden group-has-[[value=javascript]:checked]/panel:block',
  },
  {
    language: 'python',
    name: 'Python',
    className: 'hidden group-has-[[value=python]:checked]/panel:block',
  },
  {
    language: 'go',
    name: 'Go',
    className: 'hidden group-has-[[value=go]:checked]/panel:block',
  },
  {
    language: 'php',
    name: 'PHP',
    className: 'hidden group-has-[[value=php]:checked]/panel:block',
  },
  {
    language: 'ruby',
    name: 'Ruby',
    className: 'hidden group-has-[[value=ruby]:checked]/panel:block',
  },
];

type Props = { id: string; summary: string; samples: Record<Language, string> };

/** One request in each language. Choosing a language chooses it on the whole page. */
export function Samples({ id, summary, samples }: Props) {
  const t = useTranslations('reference.client');
  const [chosen, choose] = useLanguage();
  return (
    <CodePanel
      shown={LANGUAGES.findIndex(({ language }) => language === chosen)}
      blocks={LANGUAGES.map(({ language, name, className }) => ({
        label: t('sample', { language: name, operation: summary }),
        code: samples[language],
        className,
      }))}
      heading={
        <fieldset className="-ml-2 flex min-w-0 overflow-x-auto">
          <legend className="sr-only">{t('language', { operation: summary })}</legend>
          {LANGUAGES.map(({ language, name }) => (
            <label
              key={language}
              className="flex min-h-11 cursor-pointer items-center rounded-control border-y-2 border-transparent px-2 hover:text-ink has-checked:font-medium has-checked:text-ink has-checked:underline has-checked:decoration-accent has-checked:decoration-2 has-checked:underline-offset-8 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name={`${id}-language`}
                value={language}
                checked={language === chosen}
                onChange={(event) => inPlace(event.currentTarget, () => choose(language))}
                autoComplete="off"
                className="sr-only"
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      }
    />
  );
}

/** Scrolls so that the element stays in place although the change resizes the samples above it. */
function inPlace(element: Element, change: () => void): void {
  const before = element.getBoundingClientRect().top;
  flushSync(change);
  scrollBy({ top: element.getBoundingClientRect().top - before, behavior: 'instant' });
}
