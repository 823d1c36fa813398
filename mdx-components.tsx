import type { MDXComponents } from 'mdx/types';
import type { Messages } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { KeyOptions } from '@/app/(site)/help/key-options';
import { MailList } from '@/app/(site)/help/mail-list';
import { PlanFeatures } from '@/app/(site)/help/plan-features';
import { OperatorContact } from '@/app/(site)/legal/operator-contact';
import { UseRetention } from '@/app/(site)/legal/use-retention';
import { CodeBlock } from '@/components/code-block';
import { Link } from '@/components/page/link';
import { Notice } from '@/components/page/notice';
import { withOrigin } from '@/lib/content/origin';

/** The components for the texts in content/. components/page/article sets the space between blocks. */
export function useMDXComponents(): MDXComponents {
  return {
    h2: Heading,
    a: Anchor,
    code: InlineCode,
    pre: Sample,
    table: Table,
    ...PLAIN,
    Notice,
    KeyOptions,
    MailList,
    PlanFeatures,
    OperatorContact,
    UseRetention,
  };
}

const PLAIN: MDXComponents = {
  p: (props) => <p className="max-w-prose" {...props} />,
  ul: (props) => <ul className="max-w-prose list-disc space-y-1.5 pl-5" {...props} />,
  ol: (props) => <ol className="list-decimal space-y-2 pl-5" {...props} />,
  li: (props) => <li className="pl-1 [&>*+*]:mt-3" {...props} />,
  strong: (props) => <strong className="font-semibold" {...props} />,
  th: (props) => <th scope="col" className="px-4 py-2.5 font-medium" {...props} />,
  td: (props) => <td className="px-4 py-2.5 align-top" {...props} />,
};

/** Language names that are the same in English and Spanish; the others are messages. */
const LANGUAGES: Record<string, string> = {
  js: 'JavaScript',
  python: 'Python',
  powershell: 'PowerShell',
  json: 'JSON',
  toml: 'TOML',
  yaml: 'YAML',
};

/** A heading that links to itself, so that readers can share its address. */
function Heading({ id, children }: ComponentProps<'h2'>) {
  return (
    <h2 id={id} className="scroll-mt-8 text-section">
      <a href={`#${id}`} className="group rounded-control hover:underline">
        {children}
        <span
          aria-hidden="true"
          className="invisible ml-2 font-normal text-muted group-hover:visible group-focus-visible:visible"
        >
          #
        </span>
      </a>
    </h2>
  );
}

/** What an anchor names is the :target, and stands out, only after a real visit: no Link. */
function Anchor({ href = '', children }: ComponentProps<'a'>) {
  const className = 'text-accent underline underline-offset-2 wrap-anywhere';
  if (!href.startsWith('/') || href.includes('#')) {
    return (
      <a href={href} className={className}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} prefetch={false} className={className}>
      {children}
    </Link>
  );
}

function InlineCode({ children }: { children?: ReactNode }) {
  return (
    <code className="rounded-[calc(var(--radius-control)/2)] bg-sunken px-1 py-0.5 font-mono text-code wrap-anywhere">
      {typeof children === 'string' ? withOrigin(children) : children}
    </code>
  );
}

/** A fenced block. Its only child is the `code` element, whose class names the language. */
async function Sample({ children }: { children?: ReactNode }) {
  const t = await getTranslations('help.code');
  const { className = '', children: code } = (children as ReactElement<ComponentProps<'code'>>)
    .props;
  const language = className.replace('language-', '');
  const label =
    LANGUAGES[language] ?? t(language as Exclude<keyof Messages['help']['code'], 'copy'>);
  return (
    <CodeBlock
      language={language}
      label={label}
      copy={t('copy')}
      code={withOrigin(String(code)).trimEnd()}
    />
  );
}

async function Table({ children }: { children?: ReactNode }) {
  const t = await getTranslations('help');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    <div
      role="group"
      aria-label={t('table')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-panel border border-line bg-surface shadow-raised"
    >
      <table className="w-full text-left text-sm [&_code]:whitespace-nowrap has-[code]:[&_td+td]:min-w-40 [&_tbody]:divide-y [&_tbody]:divide-line [&_thead]:border-b [&_thead]:border-line [&_thead]:text-muted">
        {children}
      </table>
    </div>
  );
}
