'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { useApiKey } from '@/app/(site)/docs/reader-choices';
import { CodeField } from '@/components/forms/field';
import { StepButton } from '@/components/forms/form-actions';
import { Notice } from '@/components/page/notice';
import { readAnswer, type TrialAnswer } from './answer';
import { AnswerView } from './answer-view';
import { ConfirmSend } from './confirm-send';
import { CopyCurl } from './copy-curl';
import { KeyField } from './key-field';
import { BODY, requestOf, type Trial } from './request';
import { TrialInput } from './trial-input';

type TrialRequest = ReturnType<typeof requestOf>;
type Outcome = { answer?: TrialAnswer; failure?: 'network' | 'unsendable' };

const GIVE_UP_MS = 30_000;

/** The form of one operation, and its answer. It asks before a request that deletes. */
export function TrialForm({ trial }: { trial: Trial }) {
  const t = useTranslations('reference.client.tryIt');
  const [apiKey] = useApiKey();
  const [pending, startTransition] = useTransition();
  const [asked, setAsked] = useState<TrialRequest | null>(null);
  const [asking, setAsking] = useState(false);
  const [{ answer, failure }, setOutcome] = useState<Outcome>({});

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    try {
      const request = requestOf(trial, new FormData(event.currentTarget), apiKey);
      setAsked(request);
      if (trial.method === 'DELETE') setAsking(true);
      else send(request);
    } catch {
      setOutcome({ failure: 'unsendable' });
    }
  }

  function send({ url, init }: TrialRequest) {
    setAsking(false);
    setOutcome({});
    startTransition(async () => setOutcome(await answerTo(url, init)));
  }

  return (
    <div className="mt-3 grid grid-cols-1 gap-4 rounded-panel border border-line bg-surface p-4 shadow-raised">
      {/* Outside the form: a browser offers to keep the password of a form that was sent. */}
      {trial.needsKey && <KeyField id={`${trial.id}-key`} />}
      <form onSubmit={submit} className="grid grid-cols-1 gap-4">
        {trial.fields.map((field) => (
          <TrialInput key={`${field.in}.${field.name}`} of={trial.id} field={field} />
        ))}
        {trial.body !== undefined && (
          <CodeField
            id={`${trial.id}-body`}
            name={BODY}
            label={t('body')}
            defaultValue={trial.body}
            rows={trial.body.split('\n').length}
          />
        )}
        {trial.method !== 'GET' && <Notice tone="warning">{t('changes')}</Notice>}
        <div className="flex flex-wrap gap-3">
          <StepButton isPending={pending} pending={t('sending')}>
            {t('send')}
          </StepButton>
          <CopyCurl trial={trial} />
        </div>
      </form>
      <div role="status">
        {failure && <Notice tone="danger">{t(failure)}</Notice>}
        {answer && (
          <p className={`font-medium ${answer.status < 400 ? 'text-success' : 'text-danger'}`}>
            {t('ended', { status: answer.status, ms: answer.ms })}
          </p>
        )}
      </div>
      {answer && <AnswerView answer={answer} operation={trial.summary} />}
      {trial.method === 'DELETE' && (
        <ConfirmSend
          open={asking}
          method={trial.method}
          url={asked?.url ?? ''}
          onCancel={() => setAsking(false)}
          onConfirm={() => asked && send(asked)}
        />
      )}
    </div>
  );
}

async function answerTo(url: string, init: RequestInit): Promise<Outcome> {
  const began = performance.now();
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(GIVE_UP_MS) });
    return { answer: await readAnswer(response, began) };
  } catch {
    return { failure: 'network' };
  }
}
