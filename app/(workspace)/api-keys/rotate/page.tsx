import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import {
  type Chosen,
  type ChosenParams,
  chosenIn,
} from '@/app/(workspace)/api-keys/_chosen/chosen-in';
import { consequenceOfAll } from '@/app/(workspace)/api-keys/_parts/consequence';
import { API_URL } from '@/app/(workspace)/api-keys/_reveal/api-url';
import { ButtonLink } from '@/components/button-link';
import { Meter } from '@/components/meter';
import { BackLink } from '@/components/page/back-link';
import { EmptyState } from '@/components/page/empty-state';
import { Notice } from '@/components/page/notice';
import type { Actor } from '@/lib/actor';
import { keysToRotate, stepOf } from '@/lib/api-keys/leaving/keys-to-rotate';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { lastDay } from '@/lib/api-keys/read/last-day';
import { listMatchingKeys } from '@/lib/api-keys/read/list-chosen-keys';
import { AppError } from '@/lib/errors';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { Checklist } from './checklist';
import { RotateInTurn } from './rotate-in-turn';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiKeys.rotateMany'))('title') };
}

/**
 * Keys to rotate, one after the other, with what is done: those chosen in the list, or all that somebody
 * knows who has left or is no longer Owner.
 */
export default async function RotateKeysPage({ searchParams }: { searchParams: ChosenParams }) {
  const { actor } = await requireOwner();
  const chosen = await chosenIn(searchParams);
  const isChosen = chosen.matching !== null || chosen.ids.length > 0;
  const keys = await meantBy(actor, chosen).catch(leave);
  const t = await getTranslations('apiKeys.rotateMany');
  const name = (await getTranslations('apiKeys'))('title');
  if (keys.length === 0) {
    const back = (
      <ButtonLink href="/api-keys" variant="secondary">
        {t('back')}
      </ButtonLink>
    );
    const why = isChosen ? 'ended' : 'none';
    return (
      <EmptyState title={t(`${why}.title`)} action={back}>
        {t(`${why}.text`)}
      </EmptyState>
    );
  }
  const steps = keys.map(stepOf);
  const countOf = (...some: string[]) => steps.filter((step) => some.includes(step)).length;
  const rotated = countOf('waiting', 'retiring', 'done');
  const progress = t('progress', { rotated, all: keys.length, ended: countOf('done') });
  const blocked = countOf('blocked');
  const todo = keys.filter((_, index) => steps[index] === 'todo');
  return (
    <div className="max-w-3xl">
      <HeaderFollows workspaceId={actor.workspaceId} />
      <BackLink href="/api-keys">{name}</BackLink>
      <h1 className="mt-3 text-title">{t('title')}</h1>
      <p className="mt-1 max-w-prose text-muted">{t(isChosen ? 'chosen' : 'known')}</p>
      <div className="mt-6 grid gap-3">
        <p className="font-medium">{progress}</p>
        <Meter label={progress} value={rotated} max={keys.length} tone="progress" />
      </div>
      {blocked > 0 && (
        <div className="mt-6">
          <Notice tone="warning">{t('blocked', { count: blocked })}</Notice>
        </div>
      )}
      <div className="mt-6 empty:hidden">
        <RotateInTurn
          apiUrl={API_URL}
          workspaceId={actor.workspaceId}
          loss={await lossOf(actor, todo)}
          meant={chosen.matching && keys.map(({ id }) => id)}
          todo={todo.map(({ id, name, hint }) => ({ id, name, hint }))}
        />
      </div>
      <noscript>
        <p className="mt-3 text-sm text-muted">{t('needsJavaScript')}</p>
      </noscript>
      <Checklist keys={keys} />
    </div>
  );
}

async function meantBy(actor: Actor, { ids, matching }: Chosen): Promise<ApiKey[]> {
  if (!matching) return keysToRotate(actor, ids.length > 0 ? ids : null);
  const found = await listMatchingKeys(actor, matching);
  return keysToRotate(
    actor,
    found.map(({ id }) => id),
  );
}

async function lossOf(actor: Actor, keys: ApiKey[]): Promise<string> {
  const ids = keys.map(({ id }) => id);
  return consequenceOfAll(keys, await lastDay(actor, ids), 'rotate');
}

function leave(error: unknown): never {
  if (AppError.is(error, 'not_found') || AppError.is(error, 'validation_failed')) notFound();
  throw error;
}
