import { getTranslations } from 'next-intl/server';
import type { ComposedProblem } from '@/lib/api/exchange/problem';
import { inlineCode } from './inline-code';

export type MemberName = keyof ComposedProblem['body'];

/** The members of every problem. */
export const COMMON_MEMBERS: readonly MemberName[] = [
  'type',
  'title',
  'status',
  'detail',
  'instance',
  'code',
];

/** Members of a problem document, and what each one means. */
export async function ProblemMembers({ names }: { names: readonly MemberName[] }) {
  const t = await getTranslations('errorReference.members');
  return (
    <dl className="mt-4 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[8rem_1fr] sm:gap-y-2">
      {names.map((name) => (
        <div key={name} className="contents">
          <dt className="font-mono font-medium max-sm:mt-1">{name}</dt>
          <dd className="text-muted">{t.rich(name, inlineCode)}</dd>
        </div>
      ))}
    </dl>
  );
}
