import { db } from '@/lib/database/client';
import type { Locale } from '@/lib/i18n/locale';

/** How many readers found an article helpful, and how many did not, in one language. */
type Feedback = { slug: string; language: Locale; yes: number; no: number };

/** What readers answered to "Was this helpful?", for the operator: the article that failed most first. */
export function countFeedback(): Promise<Feedback[]> {
  return db.$queryRaw<Feedback[]>`
    select "slug", "language",
      count(*) filter (where "helpful")::int as "yes",
      count(*) filter (where not "helpful")::int as "no"
    from "HelpFeedback" group by "slug", "language" order by "no" desc, "slug", "language"`;
}
