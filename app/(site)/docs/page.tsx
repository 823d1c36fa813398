import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { openApi } from '@/app/api/document';
import { TextLink } from '@/components/text-link';
import { inSpanish } from '@/lib/reference/in-spanish';
import { referenceOf } from '@/lib/reference/reference';
import { KeyPanel } from './_try-it/key-panel';
import { BackToContents, Contents } from './contents';
import { Guides } from './guides';
import { OperationSection } from './operation';
import { Prose } from './prose';
import { ReaderChoices } from './reader-choices';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reference');
  return { title: t('title'), description: t('lead') };
}

/** The API for people, built from the OpenAPI document, so new endpoints appear by themselves. */
export default async function ReferencePage() {
  const t = await getTranslations('reference');
  const { client, reference } = await getMessages();
  const english = referenceOf(await openApi());
  const { origin, groups } = (await getLocale()) === 'es' ? inSpanish(english) : english;
  return (
    <NextIntlClientProvider messages={{ client, reference: { client: reference.client } }}>
      <ReaderChoices>
        <div
          data-wide
          className="grid grid-cols-1 gap-12 lg:grid-cols-[12rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]"
        >
          <header className="lg:col-start-2">
            <h1 className="text-title">{t('title')}</h1>
            <p className="mt-3 max-w-prose text-lead text-muted">{t('lead')}</p>
            <p className="mt-2">
              {t.rich('start', {
                first: (text) => <TextLink href="/help/first-invoice">{text}</TextLink>,
              })}
            </p>
          </header>
          <Contents groups={groups} />
          <div className="min-w-0">
            <KeyPanel />
            <div>
              <Guides origin={origin} />
              {groups.map(({ id, title, description, operations }) => (
                <section key={id} aria-labelledby={id} className="mt-20">
                  <h2 id={id} className="scroll-mt-8 text-title">
                    {title}
                  </h2>
                  <p className="mt-1 text-muted">
                    <Prose text={description} />
                  </p>
                  {operations.map((operation) => (
                    <OperationSection key={operation.id} operation={operation} origin={origin} />
                  ))}
                </section>
              ))}
              <BackToContents />
            </div>
          </div>
        </div>
      </ReaderChoices>
    </NextIntlClientProvider>
  );
}
