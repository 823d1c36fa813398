'use client';

import { unstable_isUnrecognizedActionError } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Draft } from './draft';

/**
 * Why an action gave no answer of its own:
 * - `lost`: nothing came back
 * - `refused`: something between the browser and us answered in our place
 * - `outdated`: the page is older than the server, which did nothing
 * - `forbidden`: the reader may not do it any more; nothing was done
 * - `unavailable`: the database is away
 * - `ours`: a bug, which has an id in the log
 */
type Failing = 'lost' | 'refused' | 'outdated' | 'forbidden' | 'unavailable' | 'ours';

/** What stands in place of the answer of an action that gave none. */
export type Unanswered = {
  ok: false;
  unanswered: true;
  code: Failing;
  message: string;
  errors: Record<string, string>;
};

type Circumstances = {
  /** what to look at, where it matters whether the step was done; by default to try again */
  doubt?: string;
  /** what was typed: kept until there is an answer, as the page may have to be left or loaded anew */
  draft?: Draft;
};

/** What React sends of an error that was thrown on the server; in the browser nothing has it. */
const digestOf = (error: unknown) =>
  error instanceof Error && 'digest' in error ? String(error.digest) : '';

/** What the framework's own client says of an answer that breaks off. */
const BREAKS_OFF = 'Connection closed.';

function whyFailed(error: unknown): Failing {
  const digest = digestOf(error);
  if (unstable_isUnrecognizedActionError(error)) return 'outdated';
  if (digest.startsWith('NEXT_HTTP_ERROR_FALLBACK')) return 'forbidden';
  if (digest === 'unavailable') return digest;
  if (digest) return 'ours';
  if (error instanceof TypeError || (error as Error).message === BREAKS_OFF) return 'lost';
  return 'refused';
}

/**
 * The one way to call a server action. What an action throws would put the error page in the place of
 * the whole page, with all that was typed on it.
 * @returns a function that gives the action's answer, or what to say in its place; null when the action
 *   leads to another page, where Next.js goes by itself
 */
export function useCall() {
  const t = useTranslations('client.unanswered');
  function adviceFor(code: Failing, { doubt, draft }: Circumstances): string {
    // Nothing was done, so there is nothing to look at.
    if (code === 'outdated') return t(draft ? 'reloadKept' : 'reload');
    if (code === 'forbidden') return t('reload');
    return doubt ?? t(draft ? 'kept' : 'again');
  }

  return async <Answer>(
    action: () => Promise<Answer>,
    { doubt, draft }: Circumstances = {},
  ): Promise<Answer | Unanswered | null> => {
    try {
      const answer = await action();
      draft?.drop();
      return answer;
    } catch (error) {
      const digest = digestOf(error);
      // Next.js has no public test for it: `unstable_rethrow` would show the 403 page too, as it was
      // when this page was loaded.
      if (digest.startsWith('NEXT_REDIRECT')) {
        if (digest.includes(';/sign-in?')) draft?.keep();
        return null;
      }
      const code = whyFailed(error);
      draft?.keep();
      const message = `${t(code, { id: digest })} ${adviceFor(code, { doubt, draft })}`;
      return { ok: false, unanswered: true, code, message, errors: {} };
    }
  };
}
