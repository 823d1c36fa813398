import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PROBLEM_TYPES } from '@/lib/api/problems';
import type { ApiErrorCode } from '@/lib/errors';
import { HelpArticle } from '../help-article';
import { CodeIndex } from './code-index';
import { ErrorEntry } from './error-entry';
import { ProblemShape } from './problem-shape';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('errorReference'))('title') };
}

const CODES = (Object.keys(PROBLEM_TYPES) as ApiErrorCode[]).sort(
  (a, b) => PROBLEM_TYPES[a].status - PROBLEM_TYPES[b].status,
);

/** Every code the API answers with; the `type` of a problem points at its entry here. */
export default async function ErrorReferencePage() {
  const reference = await getTranslations('reference');
  return (
    <HelpArticle slug="errors">
      <div className="max-w-prose">
        <p>
          <Link href="/docs" className="text-accent underline underline-offset-2">
            {reference('link')}
          </Link>
        </p>
        <ProblemShape />
        <CodeIndex codes={CODES} />
        {CODES.map((code) => (
          <ErrorEntry key={code} code={code} />
        ))}
      </div>
    </HelpArticle>
  );
}
