import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button-link';
import { ActionForm } from '@/components/forms/action-form';
import { EmptyState } from '@/components/page/empty-state';
import { TextLink } from '@/components/text-link';
import { TOPICS } from '@/lib/contact/schema';
import { getSessionIfUp } from '@/lib/identity/sessions/guards';
import { sendMessage } from './actions';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('contact');
  const { sent } = await searchParams;
  return { title: sent === undefined ? t('title') : t('sent.title'), description: t('lead') };
}

export default async function ContactPage({ searchParams }: Props) {
  const t = await getTranslations('contact');
  const { sent, topic } = await searchParams;
  if (sent !== undefined) {
    const again = <ButtonLink href="/">{t('sent.home')}</ButtonLink>;
    return (
      <EmptyState title={t('sent.title')} action={again}>
        {t('sent.text')}
      </EmptyState>
    );
  }

  const user = (await getSessionIfUp())?.user;
  return (
    <div className="mx-auto max-w-lg">
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-3 text-lead text-muted">{t('lead')}</p>
      <p className="mt-2 text-muted">
        {t.rich('errors', {
          errors: (text) => <TextLink href="/help/errors">{text}</TextLink>,
        })}
      </p>
      <div className="mt-8">
        <ActionForm
          id="contact"
          action={sendMessage}
          submit={t('submit')}
          pending={t('pending')}
          fields={[
            {
              name: 'name',
              label: t('name'),
              autoComplete: 'name',
              ...(user && { defaultValue: user.name }),
            },
            {
              name: 'email',
              label: t('email'),
              type: 'email',
              hint: t('emailHint'),
              autoComplete: 'email',
              ...(user && { defaultValue: user.email }),
            },
            {
              name: 'topic',
              label: t('topic'),
              options: TOPICS.map((value) => ({ value, label: t(`topics.${value}`) })),
              defaultValue: TOPICS.find((known) => known === topic) ?? TOPICS[0],
            },
            { name: 'message', label: t('message'), hint: t('messageHint'), rows: 8 },
            { name: 'website', label: t('website'), autoComplete: 'off', isTrap: true },
          ]}
        />
      </div>
    </div>
  );
}
