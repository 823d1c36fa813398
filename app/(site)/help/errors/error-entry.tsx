import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { AnsweredCode } from '@/lib/api/codes';
import { problemExample } from '@/lib/api/problem';
import { env } from '@/lib/env';
import type { ApiErrorCode } from '@/lib/errors';
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

/** The cause of a code, and what to do. */
export async function ErrorEntry({ code, status, children }: Props) {
  const t = await getTranslations('errorReference.codes');
  return (
    <section id={code} className="mt-10 scroll-mt-6">
      <h3 className="font-mono text-lg font-semibold">
        <a href={`#${code}`} className="wrap-anywhere hover:underline">
          {code}
        </a>{' '}
        {status && <span className="ml-2 text-sm font-normal text-muted">{status}</span>}
      </h3>
      <p className="mt-2">{t.rich(`${code}.cause`, inlineCode)}</p>
      <p className="mt-1 text-muted">{t.rich(`${code}.cure`, inlineCode)}</p>
      {children}
    </section>
  );
}
