import { z } from 'zod';
import { db } from '@/lib/database/client';
import type { Locale } from '@/lib/i18n/locale';
import { countOrRefuse } from '@/lib/limits/limiter';
import { parse } from '@/lib/validation';
import { isArticle } from './articles';

/** Answers per hour and client address: enough for an office behind one address. */
const LIMIT = { name: 'help-feedback', quota: 30, windowSeconds: 3600 };

const feedbackInput = z.strictObject({
  slug: z.string().refine(isArticle),
  helpful: z.enum(['yes', 'no']),
});

/**
 * Stores a reader's answer to "Was this helpful?", but not who the reader was. It works without
 * signing in.
 * @param input `{ slug, helpful }`, the latter `yes` or `no`
 * @param language that the article was read in
 * @param address see lib/request/client-address.ts, only for the limit
 * @throws AppError `validation_failed` or `rate_limited`
 */
export async function recordFeedback(
  input: unknown,
  language: Locale,
  address: string,
): Promise<void> {
  const { slug, helpful } = parse(feedbackInput, input);
  await countOrRefuse(LIMIT, address);
  await db.helpFeedback.create({
    data: { slug, language, helpful: helpful === 'yes' },
    select: { id: true },
  });
}
