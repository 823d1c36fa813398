import type { MDXContent } from 'mdx/types';
import { z } from 'zod';
import { type Heading, outlineOf } from '@/lib/content/outline';
import { slugsIn } from '@/lib/content/slugs';
import type { Locale } from '@/lib/i18n/locale';

/** What the file of a legal text exports as `document`. */
const documentMeta = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  /** the day of the last change */
  updated: z.iso.date(),
  order: z.int().min(1),
  /** for the privacy text: the database columns that it describes, by model */
  columns: z.record(z.string(), z.array(z.string())).optional(),
});

export type LegalDocument = z.infer<typeof documentMeta> & {
  slug: string;
  headings: Heading[];
  Content: MDXContent;
};

type Compiled = { default: MDXContent; document: unknown };

const FOLDER = '../../content/legal';
const files = import.meta.glob<Compiled>('../../content/legal/*/*.mdx');

/** The legal text in a language, or null. */
export async function findDocument(locale: Locale, slug: string): Promise<LegalDocument | null> {
  const load = files[`${FOLDER}/${locale}/${slug}.mdx`];
  if (!load) return null;
  const { default: Content, document } = await load();
  return { slug, ...documentMeta.parse(document), headings: outlineOf(Content).headings, Content };
}

/** All legal texts, in order. */
export async function listDocuments(locale: Locale): Promise<LegalDocument[]> {
  const slugs = slugsIn(files, `${FOLDER}/${locale}`);
  const documents = await Promise.all(slugs.map((slug) => findDocument(locale, slug)));
  return documents
    .filter((document) => document !== null)
    .sort((one, other) => one.order - other.order);
}
