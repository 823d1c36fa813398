import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/page/link';
import { type ArticleSummary, SECTIONS } from '@/lib/help/article';

/** All articles, by section. The names of the sections are anchors. */
export async function SectionList({ articles }: { articles: ArticleSummary[] }) {
  const t = await getTranslations('help.sections');
  return SECTIONS.map((section) => (
    <section key={section} aria-labelledby={section} className="mt-12">
      <h2 id={section} className="scroll-mt-8 text-section">
        {t(section)}
      </h2>
      <ul className="mt-4 grid gap-4 sm:grid-cols-2">
        {articles
          .filter((article) => article.section === section)
          .map(({ slug, title, description }) => (
            <li
              key={slug}
              className="relative rounded-panel border border-line bg-surface p-5 shadow-raised hover:border-control"
            >
              <h3 className="text-card">
                <Link
                  href={`/help/${slug}`}
                  className="rounded-control text-accent after:absolute after:inset-0 hover:underline"
                >
                  {title}
                </Link>
              </h3>
              <p className="mt-1 text-sm text-muted">{description}</p>
            </li>
          ))}
      </ul>
    </section>
  ));
}
