import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AskAboutChosen, ChosenIds } from '@/app/(workspace)/api-keys/_chosen/ask-about-chosen';
import type { ChosenParams } from '@/app/(workspace)/api-keys/_chosen/chosen-in';
import { ActionForm } from '@/components/forms/action-form';
import { TYPED_FROM } from '@/lib/api-keys/change/revoke-api-keys';
import { revokeKeys } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiKeys.revokeMany'))('name') };
}

/** Asks before several keys are revoked at once. */
export default async function RevokeKeysPage({ searchParams }: { searchParams: ChosenParams }) {
  const t = await getTranslations('apiKeys.revokeMany');
  return (
    <AskAboutChosen
      words="revokeMany"
      change="revoke"
      searchParams={searchParams}
      form={(keys, actor, out) => (
        <ActionForm
          id="revoke"
          action={revokeKeys.bind(null, actor.workspaceId)}
          fields={
            keys.length >= TYPED_FROM
              ? [{ name: 'typed', label: t('typed', { count: keys.length }), autoComplete: 'off' }]
              : []
          }
          submit={t('submit', { count: keys.length })}
          pending={t('pending')}
          variant="danger"
          out={out}
        >
          <ChosenIds keys={keys} />
        </ActionForm>
      )}
    />
  );
}
