import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { problemExample } from '@/lib/api/exchange/problem';
import type { AnsweredCode } from '@/lib/api/problems/codes';
import { env } from '@/lib/env';
import type { ApiErrorCode } from '@/lib/errors';
import { FURTHER, PLACES } from './further';
import { inlineCode } from './inline-code';
import { COMMON_MEMBERS, type MemberName, ProblemMembers } from './problem-members';

/** A code that routes answer with: its status, cause, remedy, and the members that it adds. */
export function AnsweredEntry({ code }: { code: AnsweredCode }) {
  const { body } = problemExample(code, env.NEXTAUTH_URL);
  const names = (Object.keys(body) as MemberName[]).filter(
    (name) => !COMMON_MEMBERS.includes(name),
  );
  return (
    <ErrorEntry code={code} status={body.status}>
      {names.length > 0 && <ProblemMembers names={names} />}
    </ErrorEntry>
  );
}

type Props = { code: ApiErrorCode; status?: number; children?: ReactNode };

/** The cause of a code, what to do, and where that is done or explained. */
export async function ErrorEntry({ code, status, children }: Props) {
  const t = await getTranslations('errorReference');
  return (
    <section
      id={code}
      className="mt-10 scroll-mt-6 target:rounded-r-panel target:border-l-4 target:border-accent target:bg-accent-soft target:px-4 target:py-3"
    >
      <h3 className="font-mono text-card">
        <a href={`#${code}`} className="wrap-anywhere hover:underline">
          {code}
        </a>{' '}
        {status && <span className="ml-2 text-sm font-normal text-muted">{status}</span>}
      </h3>
      <p className="mt-2">{t.rich(`codes.${code}.cause`, inlineCode)}</p>
      <p className="mt-1 text-muted">{t.rich(`codes.${code}.cure`, inlineCode)}</p>
      <ul className="mt-1 flex flex-wrap gap-x-4 text-sm">
        {FURTHER[code].map((place) => (
          <li key={place}>
            {/* No Link: what it leads to by its anchor would not be the :target. */}
            <a
              href={PLACES[place]}
              className="inline-flex min-h-8 items-center font-medium text-accent underline underline-offset-2"
            >
              {t(`further.${place}`)}
            </a>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
