import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { ButtonLink } from '@/components/button-link';
import { ActionForm } from '@/components/forms/action-form';
import { BackLink } from '@/components/page/back-link';
import { EmptyState } from '@/components/page/empty-state';
import { TYPED_FROM } from '@/lib/api-keys/change/revoke-api-keys';
import { listChosenKeys } from '@/lib/api-keys/read/list-chosen-keys';
import { AppError } from '@/lib/errors';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { revokeKeys } from './actions';
import { ChosenKeys } from './chosen-keys';

type Props = { searchParams: Promise<{ id?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiKeys.revokeMany'))('name') };
}

/** Asks before several keys are revoked at once, and names them. */
export default async function RevokeKeysPage({ searchParams }: Props) {
  const { actor } = await requireOwner();
  const { id = [] } = await searchParams;
  const chosen = [id].flat();
  const keys = chosen.length > 0 ? await listChosenKeys(actor, chosen).catch(leave) : [];
  const t = await getTranslations('apiKeys');
  const words = await getTranslations('apiKeys.revokeMany');
  const count = keys.length;
  if (count === 0) {
    const why = chosen.length > 0 ? 'ended' : 'none';
    return (
      <EmptyState
        title={words(`${why}.title`)}
        action={
          <ButtonLink href="/api-keys" variant="secondary">
            {words('back')}
          </ButtonLink>
        }
      >
        {words(`${why}.text`)}
      </EmptyState>
    );
  }
  return (
    <div className="max-w-xl">
      <HeaderFollows workspaceId={actor.workspaceId} />
      <BackLink href="/api-keys">{t('title')}</BackLink>
      <h1 className="mt-3 text-2xl font-semibold">{words('title', { count })}</h1>
      <p className="mt-2 text-muted">{words('text', { count })}</p>
      <ChosenKeys actor={actor} keys={keys} />
      <div className="mt-6">
        <ActionForm
          id="revoke"
          action={revokeKeys.bind(null, actor.workspaceId)}
          fields={
            count >= TYPED_FROM
              ? [{ name: 'typed', label: words('typed', { count }), autoComplete: 'off' }]
              : []
          }
          submit={words('submit', { count })}
          pending={words('pending')}
          variant="danger"
        >
          {keys.map(({ id }) => (
            <input key={id} type="hidden" name="id" value={id} />
          ))}
        </ActionForm>
        <p className="mt-4">
          <ButtonLink href="/api-keys" variant="secondary">
            {words('cancel')}
          </ButtonLink>
        </p>
      </div>
    </div>
  );
}

function leave(error: unknown): never {
  if (AppError.is(error, 'not_found')) notFound();
  throw error;
}
