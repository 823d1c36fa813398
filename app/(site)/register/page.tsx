import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import { NarrowPage } from '@/components/page/narrow-page';
import { TextLink } from '@/components/text-link';
import { PROVIDERS } from '@/lib/identity/providers/providers';
import { getSessionIfUp } from '@/lib/identity/sessions/guards';
import { listPlansIfUp } from '@/lib/plans/list-plans';
import { isFirst } from '@/lib/plans/plan';
import { register } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('register');
  return { title: t('title'), description: t('lead') };
}

type Props = { searchParams: Promise<{ plan?: string | string[] }> };

export default async function RegisterPage({ searchParams }: Props) {
  if (await getSessionIfUp()) redirect('/workspace');
  const t = await getTranslations('register');
  const fields = await getTranslations('fields');
  const { plan: slug } = await searchParams;
  const plan = (await listPlansIfUp())?.find((plan) => plan.slug === slug);
  return (
    <NarrowPage
      title={t('title')}
      lead={plan && !isFirst(plan) ? t('leadPlan', { plan: plan.name }) : t('lead')}
      footer={
        <>
          {PROVIDERS.length > 0 && <p>{t('orProvider')}</p>}
          <p>
            {t.rich('haveAccount', {
              link: (chunks) => <TextLink href="/sign-in">{chunks}</TextLink>,
            })}
          </p>
          <p>
            {t.rich('terms', {
              terms: (chunks) => <TextLink href="/legal/terms">{chunks}</TextLink>,
              privacy: (chunks) => <TextLink href="/legal/privacy">{chunks}</TextLink>,
            })}
          </p>
        </>
      }
    >
      <ActionForm
        id="register"
        action={register}
        submit={t('submit')}
        pending={t('pending')}
        layout="narrow"
        fields={[
          { name: 'name', label: fields('name'), autoComplete: 'name' },
          { name: 'email', label: fields('email'), type: 'email', autoComplete: 'email' },
        ]}
      >
        {plan && !isFirst(plan) && <input type="hidden" name="plan" value={plan.slug} />}
      </ActionForm>
    </NarrowPage>
  );
}
