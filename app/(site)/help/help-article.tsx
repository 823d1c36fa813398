import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Article } from '@/components/page/article';
import { BackLink } from '@/components/page/back-link';
import { TextLink } from '@/components/text-link';
import type { Heading } from '@/lib/content/outline';
import { listArticles } from '@/lib/help/articles';
import { ContactLine } from './contact-line';
import { Feedback } from './feedback';
import { Neighbours } from './neighbours';

type Props = { slug: string; headings?: Heading[]; children: ReactNode };

/**
 * The frame of every article: breadcrumbs, contents, and below the text the feedback, the next
 * articles, and where to ask.
 */
export async function HelpArticle({ slug, headings = [], children }: Props) {
  const t = await getTranslations('help');
  const articles = await listArticles(await getLocale());
  const place = articles.findIndex((article) => article.slug === slug);
  const article = articles[place];
  if (!article) throw new Error(`The help center has no article ${slug}.`);
  const { title, description, section } = article;
  return (
    <Article
      breadcrumbs={{
        label: t('breadcrumbs'),
        trail: [
          { href: '/help', title: t('title') },
          { href: `/help#${section}`, title: t(`sections.${section}`) },
        ],
      }}
      back={<BackLink href="/help">{t('back')}</BackLink>}
      title={title}
      lead={description}
      contents={{ label: t('contents'), headings }}
      foot={
        <>
          <Feedback
            slug={slug}
            question={t('feedback.question')}
            yes={t('feedback.yes')}
            no={t('feedback.no')}
          />
          <Neighbours previous={articles[place - 1]} next={articles[place + 1]} />
          <ContactLine />
          <p className="mt-4">
            <TextLink href="/help">{t('backToHelp')}</TextLink>
          </p>
        </>
      }
    >
      {children}
    </Article>
  );
}
