import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Operation } from '@/lib/reference/operation';
import { samplesOf } from '@/lib/reference/samples';
import { TryIt } from './_try-it/try-it';
import { AnswerSample } from './answer-sample';
import { Fields } from './fields';
import { Method } from './method';
import { Code, Prose } from './prose';
import { Samples } from './samples';

const PLACES = ['path', 'query', 'header'] as const;

type Props = { operation: Operation; origin: string };

/** One operation: its input and answers, and beside them how to call it. */
export async function OperationSection({ operation, origin }: Props) {
  const t = await getTranslations('reference');
  const { id, method, path, summary, description, parameters, body, answer, errors } = operation;
  return (
    <article
      aria-labelledby={id}
      className="mt-10 grid grid-cols-1 gap-x-10 border-t border-line pt-10 xl:grid-cols-2 xl:grid-rows-[auto_1fr]"
    >
      <header className="min-w-0">
        <h3 id={id} className="scroll-mt-8 text-section">
          <a href={`#${id}`} className="hover:underline">
            {summary}
          </a>
        </h3>
        <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1">
          <Method name={method} />
          <code className="font-mono text-sm wrap-anywhere">{path}</code>
        </p>
        <p className="mt-4">
          <Prose text={description} />
        </p>
        <p className="mt-2 text-sm text-muted">
          <Access operation={operation} />
        </p>
      </header>
      <details className="folds-on-phones">
        <summary className="mt-2 w-fit rounded-control py-2.5 text-sm font-medium text-accent">
          <span>{t('details')}</span> <span className="sr-only">{summary}</span>
        </summary>
        <div className="min-w-0 xl:col-start-1">
          {PLACES.map((place) => {
            const here = parameters.filter((one) => one.in === place);
            return (
              here.length > 0 && (
                <Part key={place} title={t(`in.${place}`)}>
                  <Fields fields={here} />
                </Part>
              )
            );
          })}
          {body && (
            <Part title={t('body')}>
              <Fields fields={body.fields} />
            </Part>
          )}
          <Part title={t('errors')}>
            <Errors errors={errors} />
          </Part>
        </div>
        <div className="mt-8 grid grid-cols-1 content-start gap-4 xl:sticky xl:top-8 xl:col-start-2 xl:row-span-2 xl:row-start-1 xl:mt-0 xl:self-start">
          <Samples id={id} summary={summary} samples={samplesOf(operation, origin)} />
          <TryIt operation={forTrying(operation)} />
          <AnswerSample answer={answer} summary={summary} />
        </div>
      </details>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-8">
      <h4 className="mb-2 text-label">{title}</h4>
      {children}
    </div>
  );
}

async function Access({ operation: { needsKey, scope } }: { operation: Operation }) {
  const t = await getTranslations('reference');
  if (!needsKey) return t('noKey');
  if (scope === undefined) return t('anyKey');
  return t.rich('scope', { scope, code: (text) => <Code>{text}</Code> });
}

function Errors({ errors }: Pick<Operation, 'errors'>) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 border-t border-line pt-2 font-mono text-code">
      {errors.map(({ status, codes }) => (
        <div key={status} className="contents">
          <dt className="py-1.5 text-muted">{status}</dt>
          <dd className="flex flex-wrap gap-x-4">
            {codes.map((code) => (
              // No Link: the entry would not be the :target, which stands out.
              <a
                key={code}
                href={`/help/errors#${code}`}
                className="py-1.5 underline decoration-line underline-offset-4 hover:decoration-current"
              >
                {code}
              </a>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The parts of an operation that its form in the browser needs. */
function forTrying({ id, method, path, summary, needsKey, parameters, body }: Operation) {
  return {
    id,
    method,
    path,
    summary,
    needsKey,
    fields: parameters.map(({ in: place, name, required, values, ...rest }) => ({
      in: place,
      name,
      required,
      values,
      preset: rest.default === undefined ? '' : String(rest.default),
    })),
    body: body && JSON.stringify(body.example, null, 2),
  };
}
