import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { HeaderFollows } from '@/app/_shell/header-follows';
import type { ChangeOfMany } from '@/app/(workspace)/api-keys/_parts/consequence';
import { ButtonLink } from '@/components/button-link';
import { BackLink } from '@/components/page/back-link';
import { EmptyState } from '@/components/page/empty-state';
import type { Actor } from '@/lib/actor';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { listChosenKeys, listMatchingKeys } from '@/lib/api-keys/read/list-chosen-keys';
import { AppError } from '@/lib/errors';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { type ChosenParams, chosenIn } from './chosen-in';
import { ChosenKeys } from './chosen-keys';

type Props = {
  /** where the messages of what is asked are */
  words: 'revokeMany' | 'pauseMany';
  change: ChangeOfMany;
  searchParams: ChosenParams;
  /** the form that does it, with the way out */
  form: (keys: ApiKey[], actor: Actor, out: ReactNode) => ReactNode;
};

/** Asks before something is done with several keys at once, and names them. */
export async function AskAboutChosen({ words, change, searchParams, form }: Props) {
  const { actor } = await requireOwner();
  const { ids, matching } = await chosenIn(searchParams);
  const isChosen = matching !== null || ids.length > 0;
  const read = () => (matching ? listMatchingKeys(actor, matching) : listChosenKeys(actor, ids));
  const keys = isChosen ? await read().catch(leave) : [];
  const t = await getTranslations('apiKeys');
  const count = keys.length;
  if (count === 0) {
    const why = isChosen ? 'ended' : 'none';
    return (
      <EmptyState
        title={t(`${words}.${why}.title`)}
        action={
          <ButtonLink href="/api-keys" variant="secondary">
            {t('revokeMany.back')}
          </ButtonLink>
        }
      >
        {t(`${words}.${why}.text`)}
      </EmptyState>
    );
  }
  return (
    <div className="max-w-xl">
      <HeaderFollows workspaceId={actor.workspaceId} />
      <BackLink href="/api-keys">{t('title')}</BackLink>
      <h1 className="mt-3 text-title">{t(`${words}.title`, { count })}</h1>
      <p className="mt-2 text-muted">{t(`${words}.text`, { count })}</p>
      <ChosenKeys actor={actor} keys={keys} change={change} />
      <div className="mt-6">
        {form(
          keys,
          actor,
          <ButtonLink href="/api-keys" variant="secondary">
            {t(`${words}.cancel`)}
          </ButtonLink>,
        )}
      </div>
    </div>
  );
}

/** The keys as fields of a form, which does what was asked about and no more. */
export const ChosenIds = ({ keys }: { keys: ApiKey[] }) =>
  keys.map(({ id }) => <input key={id} type="hidden" name="id" value={id} />);

function leave(error: unknown): never {
  if (AppError.is(error, 'not_found') || AppError.is(error, 'validation_failed')) notFound();
  throw error;
}
