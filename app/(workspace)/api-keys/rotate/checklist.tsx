import { getFormatter, getNow, getTranslations } from 'next-intl/server';
import { endOf } from '@/app/(workspace)/api-keys/_parts/end-of';
import { knownBy } from '@/app/(workspace)/api-keys/_parts/known-by';
import { TextLink } from '@/components/text-link';
import { type RotationStep, stepOf } from '@/lib/api-keys/leaving/keys-to-rotate';
import type { ApiKey } from '@/lib/api-keys/model/api-key';

/** Each key with who knows it, and how far it is. */
export async function Checklist({ keys }: { keys: ApiKey[] }) {
  const t = await getTranslations('apiKeys.rotateMany');
  return (
    <ul
      aria-label={t('list')}
      className="mt-6 divide-y divide-line rounded-panel border border-line bg-surface text-sm shadow-raised"
    >
      {keys.map((apiKey) => (
        <Item key={apiKey.id} apiKey={apiKey} />
      ))}
    </ul>
  );
}

async function Item({ apiKey }: { apiKey: ApiKey }) {
  const t = await getTranslations('apiKeys.rotateMany');
  const { id, name, hint } = apiKey;
  const step = stepOf(apiKey);
  const by = await knownBy(apiKey);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3">
      <div className="flex min-w-0 items-start gap-3">
        <Mark step={step} />
        <div className="min-w-0">
          <p className="wrap-anywhere">
            <TextLink id={`to-rotate-${id}`} href={`/api-keys/${id}`} prefetch={false}>
              <span translate="no">{name}</span>
            </TextLink>{' '}
            <span translate="no" className="font-mono text-xs text-muted">
              {hint}
            </span>
          </p>
          {by && <p className="text-xs wrap-anywhere text-muted">{by}</p>}
        </div>
      </div>
      <p className="text-muted">
        {step === 'todo' ? (
          <TextLink
            id={`rotate-${id}`}
            aria-labelledby={`rotate-${id} to-rotate-${id}`}
            href={`/api-keys/${id}/rotate`}
            prefetch={false}
          >
            {t('rotate')}
          </TextLink>
        ) : (
          await stepInWords(apiKey, step)
        )}
      </p>
    </li>
  );
}

async function stepInWords(apiKey: ApiKey, step: Exclude<RotationStep, 'todo'>): Promise<string> {
  const t = await getTranslations('apiKeys.rotateMany.steps');
  const format = await getFormatter();
  const { state, retiresAt } = apiKey;
  if (step === 'done') return (await endOf(apiKey)) ?? '';
  if (step === 'blocked') return t(state === 'paused' ? 'paused' : 'new');
  return t(step, { in: retiresAt ? format.relativeTime(retiresAt, await getNow()) : '' });
}

/** A circle, which is ticked once nothing is left to do for the Owner. */
function Mark({ step }: { step: RotationStep }) {
  const isDone = step !== 'todo' && step !== 'blocked';
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className={`mt-0.5 size-4 shrink-0 fill-none stroke-current ${isDone ? 'text-success' : 'text-muted'}`}
      strokeWidth="1.5"
    >
      <circle cx="8" cy="8" r="6.5" />
      {isDone && <path d="m5 8.2 2 2 4-4.4" strokeLinecap="round" strokeLinejoin="round" />}
    </svg>
  );
}
