import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/text-link';
import { listDocuments } from '@/lib/legal/documents';
import { Updated } from './updated';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legal');
  return { title: t('title'), description: t('lead') };
}

/** The legal center: all legal texts, and when each last changed. */
export default async function LegalPage() {
  const t = await getTranslations('legal');
  const documents = await listDocuments(await getLocale());
  return (
    <div className="max-w-3xl">
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-3 max-w-prose text-lead text-muted">{t('lead')}</p>
      <ul className="mt-10 divide-y divide-line rounded-panel border border-line bg-surface shadow-raised">
        {documents.map(({ slug, title, description, updated }) => (
          <li key={slug} className="p-5">
            <Entry href={`/legal/${slug}`} title={title} text={description} />
            <p className="mt-2 text-sm text-muted">
              <Updated day={updated} />
            </p>
          </li>
        ))}
        <li className="p-5">
          <Entry
            href="/help/keeping-keys-safe#how-zendrhax-keeps-your-keys"
            title={t('keys.title')}
            text={t('keys.text')}
          />
        </li>
      </ul>
      <p className="mt-8 text-muted">
        {t.rich('contact', {
          contact: (text) => (
            <TextLink href="/contact" prefetch={false}>
              {text}
            </TextLink>
          ),
        })}
      </p>
    </div>
  );
}

function Entry({ href, title, text }: { href: string; title: string; text: string }) {
  return (
    <>
      <h2 className="text-card">
        <TextLink href={href}>{title}</TextLink>
      </h2>
      <p className="mt-1 text-muted">{text}</p>
    </>
  );
}
