import { getTranslations } from 'next-intl/server';
import type { Operation } from '@/lib/reference/operation';
import { CodePanel } from './code-panel';
import { Fields } from './fields';

type Props = { answer: Operation['answer']; summary: string };

/** An example of what an operation answers, and below it each field. */
export async function AnswerSample({ answer: { status, content }, summary }: Props) {
  const t = await getTranslations('reference');
  if (!content) return <p className="text-sm text-muted">{t('emptyAnswer', { status })}</p>;
  return (
    <div>
      <CodePanel
        heading={t('answer', { status })}
        blocks={[
          {
            label: t('answerOf', { status, operation: summary }),
            code: JSON.stringify(content.example, null, 2),
          },
        ]}
      />
      <details className="mt-2">
        <summary className="w-fit rounded-control py-1.5 text-sm text-muted hover:text-ink">
          {t('answerFields')}
        </summary>
        <div className="mt-2">
          <Fields fields={content.fields} />
        </div>
      </details>
    </div>
  );
}
