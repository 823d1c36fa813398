import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Article } from '@/components/page/article';
import { findDocument } from '@/lib/legal/documents';
import { Updated } from '../updated';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const document = await findDocument(await getLocale(), (await params).slug);
  return document ? { title: document.title, description: document.description } : {};
}

export default async function LegalDocumentPage({ params }: Props) {
  const document = await findDocument(await getLocale(), (await params).slug);
  if (!document) notFound();
  const t = await getTranslations('legal');
  const { title, description, updated, headings, Content } = document;
  return (
    <Article
      breadcrumbs={{ label: t('breadcrumbs'), trail: [{ href: '/legal', title: t('title') }] }}
      title={title}
      lead={
        <>
          <p>{description}</p>
          <p className="mt-2 text-sm">
            <Updated day={updated} />
          </p>
        </>
      }
      contents={{ label: t('contents'), headings }}
    >
      <Content />
    </Article>
  );
}
