import type { MDXContent } from 'mdx/types';
import { z } from 'zod';
import type { Heading } from '@/lib/content/outline';

/** The parts of the help center, in reading order. */
export const SECTIONS = ['security', 'api', 'workspaces'] as const;

/** What the file of an article exports as `article`. */
export const articleMeta = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  /** what people type who look for it, besides its own words */
  keywords: z.string().min(1),
  section: z.enum(SECTIONS),
  /** within the section, from 1 */
  order: z.int().min(1),
});

/** What the index, the search and the previous and next links need of an article. */
export type ArticleSummary = z.infer<typeof articleMeta> & {
  slug: string;
  /** all of its words, on one line */
  text: string;
};

export type Article = ArticleSummary & { Content: MDXContent; headings: Heading[] };
