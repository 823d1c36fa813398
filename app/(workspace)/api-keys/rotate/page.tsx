import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { API_URL } from '@/app/(workspace)/api-keys/_reveal/api-url';
import { ButtonLink } from '@/components/button-link';
import { Meter } from '@/components/meter';
import { BackLink } from '@/components/page/back-link';
import { EmptyState } from '@/components/page/empty-state';
import { keysToRotate, stepOf } from '@/lib/api-keys/leaving/keys-to-rotate';
import { AppError } from '@/lib/errors';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { Checklist } from './checklist';
import { RotateInTurn } from './rotate-in-turn';

type Props = { searchParams: Promise<{ id?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiKeys.rotateMany'))('title') };
}

/**
 * Keys to rotate, one after the other, with what is done: those in the address, or all that somebody
 * knows who has left or is no longer Owner.
 */
export default async function RotateKeysPage({ searchParams }: Props) {
  const { actor } = await requireOwner();
  const chosen = [(await searchParams).id ?? []].flat();
  const keys = await keysToRotate(actor, chosen).catch(leave);
  const t = await getTranslations('apiKeys.rotateMany');
  const name = (await getTranslations('apiKeys'))('title');
  if (keys.length === 0) {
    const back = (
      <ButtonLink href="/api-keys" variant="secondary">
        {t('back')}
      </ButtonLink>
    );
    return (
      <EmptyState title={t('none.title')} action={back}>
        {t('none.text')}
      </EmptyState>
    );
  }
  const steps = keys.map(stepOf);
  const countOf = (...some: string[]) => steps.filter((step) => some.includes(step)).length;
  const rotated = countOf('waiting', 'retiring', 'done');
  const progress = t('progress', { rotated, all: keys.length, ended: countOf('done') });
  const todo = keys.filter((_, index) => steps[index] === 'todo');
  return (
    <div className="max-w-3xl">
      <HeaderFollows workspaceId={actor.workspaceId} />
      <BackLink href="/api-keys">{name}</BackLink>
      <h1 className="mt-3 text-title">{t('title')}</h1>
      <p className="mt-1 max-w-prose text-muted">{t(chosen.length > 0 ? 'chosen' : 'known')}</p>
      <div className="mt-6 grid gap-3">
        <p className="font-medium">{progress}</p>
        <Meter label={progress} value={rotated} max={keys.length} tone="progress" />
      </div>
      <div className="mt-6 empty:hidden">
        <RotateInTurn
          apiUrl={API_URL}
          workspaceId={actor.workspaceId}
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

function leave(error: unknown): never {
  if (AppError.is(error, 'not_found')) notFound();
  throw error;
}
