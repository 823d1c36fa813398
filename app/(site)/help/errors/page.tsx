import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/text-link';
import { ANSWERED_CODES, APP_CODES } from '@/lib/api/problems/codes';
import { HelpArticle } from '../help-article';
import { CodeIndex } from './code-index';
import { AnsweredEntry, ErrorEntry } from './error-entry';
import { inlineCode } from './inline-code';
import { ProblemShape } from './problem-shape';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('errorReference'))('title') };
}

/**
 * Every code that a route answers with (the `type` of a problem links here), and below them the
 * codes that only pages show.
 */
export default async function ErrorReferencePage() {
  const t = await getTranslations('errorReference');
  const reference = await getTranslations('reference');
  return (
    <HelpArticle slug="errors">
      <div className="max-w-prose">
        <p>
          <TextLink href="/docs">{reference('link')}</TextLink>
        </p>
        <ProblemShape />
        <CodeIndex />
        {ANSWERED_CODES.map((code) => (
          <AnsweredEntry key={code} code={code} />
        ))}
        <section aria-labelledby="in-the-app" className="mt-12">
          <h2 id="in-the-app" className="scroll-mt-6 text-section">
            {t('inApp.title')}
          </h2>
          <p className="mt-2">{t.rich('inApp.text', inlineCode)}</p>
          {APP_CODES.map((code) => (
            <ErrorEntry key={code} code={code} />
          ))}
        </section>
      </div>
    </HelpArticle>
  );
}
