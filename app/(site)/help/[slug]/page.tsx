import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { findArticle } from '@/lib/help/articles';
import { HelpArticle } from '../help-article';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await findArticle(await getLocale(), (await params).slug);
  return article ? { title: article.title, description: article.description } : {};
}

export default async function ArticlePage({ params }: Props) {
  const { slug } = await params;
  const article = await findArticle(await getLocale(), slug);
  if (!article) notFound();
  const { headings, Content } = article;
  return (
    <HelpArticle slug={slug} headings={headings}>
      <Content />
    </HelpArticle>
  );
}
