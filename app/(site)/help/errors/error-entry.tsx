import { getTranslations } from 'next-intl/server';
import { PROBLEM_TYPES } from '@/lib/api/problems';
import type { ApiErrorCode } from '@/lib/errors';
import { inlineCode } from './inline-code';
import { type Member, MemberList } from './member-list';

/** What a code has beyond the members that all problems share (lib/api/problem.ts). */
const MEMBERS: Partial<Record<ApiErrorCode, readonly Member[]>> = {
  api_key_quota_reached: ['limit', 'active'],
  invoice_not_editable: ['invoice_status'],
  validation_failed: ['errors'],
  rate_limited: ['retry_after'],
  unavailable: ['retry_after'],
};

export async function ErrorEntry({ code }: { code: ApiErrorCode }) {
  const t = await getTranslations('errorReference.codes');
  const members = MEMBERS[code];
  return (
    <section id={code} className="mt-10 scroll-mt-6">
      <h3 className="font-mono text-lg font-semibold">
        <a href={`#${code}`} className="[overflow-wrap:anywhere] hover:underline">
          {code}
        </a>{' '}
        <span className="ml-2 text-sm font-normal text-muted">{PROBLEM_TYPES[code].status}</span>
      </h3>
      <p className="mt-2">{t.rich(`${code}.cause`, inlineCode)}</p>
      <p className="mt-1 text-muted">{t.rich(`${code}.cure`, inlineCode)}</p>
      {members && <MemberList names={members} />}
    </section>
  );
}
