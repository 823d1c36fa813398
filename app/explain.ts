import type { Messages } from 'next-intl';
import { getFormatter, getTranslations } from 'next-intl/server';
import { isOutage } from '@/lib/database/outage';
import { AppError, type ErrorCode, type FieldError, type FormErrorCode } from '@/lib/errors';
import { isolated } from '@/lib/i18n/isolated';
import { type PlanFeature, TOLD_AS } from '@/lib/plan-features';
import { listPlanNamesWith } from '@/lib/plans/list-plans';
import { fieldNameOf } from '@/lib/validation';

/** A refusal in the reader's language. */
export type Explained = {
  ok: false;
  code: ErrorCode;
  /** what is wrong as a whole; undefined when `errors` says it all */
  message: string | undefined;
  /** what is wrong with each field, by its name */
  errors: Record<string, string>;
};

/** A page's own sentences for some codes, instead of the usual ones. */
export type Sentences = Partial<Record<FormErrorCode, () => string | Promise<string>>>;

/**
 * Explains a refusal. Codes have their sentences in messages/*.json below `refusals`, wrong fields
 * below `fieldErrors`.
 * @throws what is neither a refusal nor an outage: the redirect or 403 of a guard, or a bug
 */
export async function explain(error: unknown, sentences: Sentences = {}): Promise<Explained> {
  const t = await getTranslations('refusals');
  const sentenceOf = async (code: FormErrorCode, values: Record<string, string | number>) =>
    (await sentences[code]?.()) ?? t(code, isolated(values));

  if (isOutage(error)) {
    const message = await sentenceOf('unavailable', {});
    return { ok: false, code: 'unavailable', message, errors: {} };
  }
  if (AppError.is(error, 'validation_failed')) {
    const errors = await explainFields(error.details.errors);
    return { ok: false, code: error.code, message: undefined, errors };
  }
  if (!(error instanceof AppError) || !t.has(error.code)) throw error;
  const message = await sentenceOf(error.code as FormErrorCode, await valuesOf(error));
  return { ok: false, code: error.code, message, errors: {} };
}

/** The first sentence of each field. */
async function explainFields(wrong: FieldError[]): Promise<Record<string, string>> {
  const t = await getTranslations('fieldErrors');
  const entries = wrong.map((error) => {
    const { code, values = {} } = error;
    const own = code as keyof Messages['fieldErrors'];
    const known = t.has(own) ? own : 'invalid';
    return [fieldNameOf(error), t(known, isolated(values))] as const;
  });
  return Object.fromEntries(entries.reverse());
}

/** The values that the sentence of an error may use. */
async function valuesOf(error: AppError): Promise<Record<string, string | number>> {
  if (AppError.is(error, 'rate_limited')) {
    return { minutes: Math.ceil(error.details.retryAfter / 60) };
  }
  if (AppError.is(error, 'api_key_quota_reached')) return error.details;
  if (AppError.is(error, 'other_person')) return error.details;
  if (AppError.is(error, 'other_workspace')) return error.details;
  if (AppError.is(error, 'not_rotatable')) return error.details;
  if (AppError.is(error, 'feature_not_available')) return explainFeature(error.details.anyOf);
  return {};
}

/** Values for the sentence: the missing feature, and the plans that have it. */
async function explainFeature(anyOf: readonly [PlanFeature, ...PlanFeature[]]) {
  const t = await getTranslations('plans.features');
  const plans = await listPlanNamesWith(anyOf);
  const format = await getFormatter();
  return {
    missing: t(`${TOLD_AS[anyOf[0]]}.missing`),
    count: plans.length,
    plans: format.list(plans),
  };
}
