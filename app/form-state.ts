import { getTranslations } from 'next-intl/server';
import type { FormState } from '@/components/action-form';
import { isOutage } from '@/lib/database/outage';
import { AppError } from '@/lib/errors';

type Fields = Record<string, string>;

/**
 * The text fields of a form by these names, as a domain verb takes them; whatever else was posted
 * is left out, and what is missing is empty.
 */
export function fieldsOf<Name extends string>(form: unknown, ...names: Name[]) {
  const read = (name: string) => (form instanceof FormData ? form.get(name) : null);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return Object.fromEntries(names.map((name) => [name, text(read(name))])) as Record<Name, string>;
}

/**
 * Does what a form asks for, and tells a refusal in the reader's language.
 * @param fields what was typed, to be shown again after a refusal; passwords and codes are not
 * @throws what is neither a refusal nor an outage: a redirect, a 403, or a bug
 */
export async function attempt(fields: Fields, work: () => Promise<FormState>): Promise<FormState> {
  try {
    return await work();
  } catch (error) {
    return refusal(error, fields);
  }
}

async function refusal(error: unknown, fields: Fields): Promise<FormState> {
  const t = await getTranslations('forms');
  const secret = /password|token/i;
  const shown = Object.entries(fields).filter(([name]) => !secret.test(name));
  const refuse = (message?: string, errors: Fields = {}): FormState => ({
    ok: false,
    message,
    errors,
    values: Object.fromEntries(shown),
  });

  if (isOutage(error) || AppError.is(error, 'unavailable')) return refuse(t('unavailable'));
  if (AppError.is(error, 'validation_failed')) {
    const wrong = error.details.errors.map(({ pointer, code }) => {
      const known = t.has(code as 'required') ? (code as 'required') : 'invalid';
      return [pointer.replace('#/', ''), t(known)];
    });
    return refuse(undefined, Object.fromEntries(wrong.reverse()));
  }
  if (AppError.is(error, 'rate_limited')) {
    return refuse(t('rateLimited', { minutes: Math.ceil(error.details.retryAfter / 60) }));
  }
  if (AppError.is(error, 'other_workspace')) return refuse(t('otherWorkspace', error.details));
  if (AppError.is(error, 'mail_not_sent')) return refuse(t('mailNotSent'));
  if (AppError.is(error, 'link_not_valid')) return refuse(t('linkNotValid'));
  if (AppError.is(error, 'not_found')) return refuse(t('notFound'));
  if (AppError.is(error, 'owner_required')) return refuse(t('ownerRequired'));
  if (AppError.is(error, 'admin_required')) return refuse(t('adminRequired'));
  throw error;
}
