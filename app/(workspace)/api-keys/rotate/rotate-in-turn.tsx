'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useId, useRef, useState, useTransition } from 'react';
import { Loss } from '@/app/(workspace)/api-keys/_parts/loss';
import type { Created } from '@/app/(workspace)/api-keys/_reveal/created';
import { RevealKey, type Series } from '@/app/(workspace)/api-keys/_reveal/reveal-key';
import { rotateKey } from '@/app/(workspace)/api-keys/[id]/rotate/actions';
import { useCall } from '@/components/forms/call';
import { SelectField } from '@/components/forms/field';
import { StepButton } from '@/components/forms/form-actions';
import { Notice } from '@/components/page/notice';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { RETIRE_RULES } from '@/lib/api-keys/rotation/rotation';
import { isolated } from '@/lib/i18n/isolated';

type Todo = Pick<ApiKey, 'id' | 'name' | 'hint'>;

/** The keys that are rotated one after the other, which of them is shown, and when the old ones retire. */
type Turn = { keys: Todo[]; at: number; retire: string };

type Props = {
  apiUrl: string;
  workspaceId: string;
  /** the keys that are left to rotate, in the order in which they are shown */
  todo: Todo[];
  /** what stops if the old keys retire at once */
  loss: string;
  /** the ids of all keys, where the address has what they matched in their place */
  meant: string[] | null;
};

/**
 * Rotates one key after the other: each new key is shown once, and the next one is made when its reader
 * asks for it. Whatever else happens ends the turn; what was not rotated is still in the list.
 */
export function RotateInTurn({ apiUrl, workspaceId, todo, loss, meant }: Props) {
  const t = useTranslations('client.rotateInTurn');
  const rules = useTranslations('client.rotateKey.rules');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const call = useCall();
  const [turn, setTurn] = useState<Turn | null>(null);
  const [created, setCreated] = useState<Created | null>(null);
  const [failure, setFailure] = useState<{ name: string; message?: string | undefined } | null>(
    null,
  );
  const place = useRef<HTMLDivElement>(null);
  const rule = useId();

  // The key is only in this state; closing the modal forgets it, and ends the turn.
  const end = useCallback(() => {
    setTurn(null);
    setCreated(null);
    router.refresh();
  }, [router]);

  function rotate({ keys, at, retire }: Turn) {
    const key = keys[at];
    if (!key || pending) return;
    startTransition(async () => {
      const fields = new FormData();
      fields.set('retire', retire);
      const doubt = t('doubt', isolated({ name: key.name }));
      const result = await call(() => rotateKey(workspaceId, key.id, fields), { doubt });
      if (result?.ok) {
        setTurn({ keys, at, retire });
        setCreated(result);
        return;
      }
      setFailure(result && { name: key.name, message: result.message });
      end();
    });
  }

  function start(form: HTMLFormElement) {
    if (turn) return;
    setFailure(null);
    // From now on other keys match: the new ones do, and old ones do not.
    if (meant) history.replaceState(null, '', `/api-keys/rotate?id=${meant.join()}`);
    rotate({ keys: todo, at: 0, retire: String(new FormData(form).get('retire')) });
  }

  function seriesOf(turn: Turn): Series {
    const { keys, at } = turn;
    const next = keys[at + 1];
    return {
      words: t('series', { at: at + 1, all: keys.length }),
      next: next
        ? {
            words: pending ? t('pending') : t('next', isolated({ name: next.name })),
            go: () => rotate({ ...turn, at: at + 1 }),
          }
        : null,
    };
  }

  const count = todo.length;
  return (
    <div ref={place} tabIndex={-1} className="rounded-control empty:hidden">
      {failure && (
        <div className="mb-4">
          <Notice tone="danger" live="alert" title={t('failed', isolated({ name: failure.name }))}>
            {failure.message}
          </Notice>
        </div>
      )}
      {count > 0 && (
        <form
          method="dialog"
          onSubmit={(event) => {
            event.preventDefault();
            start(event.currentTarget);
          }}
          className="flex flex-wrap items-end gap-3"
        >
          <SelectField id={rule} name="retire" label={t('retire')} autoComplete="off">
            {RETIRE_RULES.map((name) => (
              <option key={name} value={name}>
                {rules(`${name}.label`)}
              </option>
            ))}
          </SelectField>
          <StepButton isPending={pending || turn !== null} pending={t('pending')}>
            {t('submit', { count })}
          </StepButton>
          <p className="w-full text-sm empty:hidden">
            <Loss of="now">{loss}</Loss>
          </p>
        </form>
      )}
      <RevealKey
        created={created}
        apiUrl={apiUrl}
        finalFocus={place}
        onClose={end}
        series={turn && seriesOf(turn)}
      />
    </div>
  );
}
