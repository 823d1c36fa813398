'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { createApiKey } from '@/lib/api-keys/create-api-key';
import { EXPIRIES } from '@/lib/api-keys/expiries';
import { replaceApiKey } from '@/lib/api-keys/replace-api-key';
import { revokeApiKey } from '@/lib/api-keys/revoke-api-key';
import { assertChosen, requireMember, requireOwner } from '@/lib/auth/guards';
import { isOutage } from '@/lib/database/outage';
import { AppError } from '@/lib/errors';
import { listPlanNamesWithApiKeys } from '@/lib/plans/list-plans';
import { SCOPES } from '@/lib/scopes';

/** A sentence in the reader's language; `field` says which control it belongs to. */
export type Failure = { ok: false; field: 'name' | null; message: string };

export type CreateResult = { ok: true; secret: string; name: string; hint: string } | Failure;
export type RevokeResult = { ok: true } | Failure;

/** Generate: the one response that ever has the key in it. */
export async function generateKey(form: unknown): Promise<CreateResult> {
  try {
    // Before the question whether they own it: it may be another one that they do not.
    assertChosen(await requireMember(), form instanceof FormData && form.get('workspaceId'));
    const { actor } = await requireOwner();
    const { apiKey, secret } = await createApiKey(actor, fromForm(form));
    revalidatePath('/api-keys');
    return { ok: true, secret, name: apiKey.name, hint: apiKey.hint };
  } catch (error) {
    return explain(error);
  }
}

/** Replace: a key like another one, which goes on working until it is revoked. */
export async function replaceKey(id: unknown): Promise<CreateResult> {
  try {
    const { actor } = await requireOwner();
    const { apiKey, secret } = await replaceApiKey(actor, id);
    revalidatePath('/api-keys');
    return { ok: true, secret, name: apiKey.name, hint: apiKey.hint };
  } catch (error) {
    return explain(error);
  }
}

/** Revoke: when this answers, the key is dead. */
export async function revokeKey(id: unknown): Promise<RevokeResult> {
  try {
    const { actor } = await requireOwner();
    await revokeApiKey(actor, id);
    revalidatePath('/api-keys');
    return { ok: true };
  } catch (error) {
    return explain(error);
  }
}

/** The form's fields as the domain verb takes them; what it leaves out has a default there. */
function fromForm(form: unknown) {
  if (!(form instanceof FormData)) return {};
  const access = form.get('access');
  const days = Number(form.get('expiresInDays'));
  return {
    name: form.get('name'),
    ...(access === 'read' && { scopes: SCOPES.filter((scope) => scope.endsWith(':read')) }),
    ...(EXPIRIES.some((expiry) => expiry === days) && { expiresInDays: days }),
  };
}

/** @throws what is neither a refusal nor an outage: the guard's redirect or 403, or a bug */
async function explain(error: unknown): Promise<Failure> {
  const t = await getTranslations('apiKeys.errors');
  const alert = (message: string): Failure => ({ ok: false, field: null, message });

  if (isOutage(error) || AppError.is(error, 'unavailable')) return alert(t('unavailable'));
  if (AppError.is(error, 'validation_failed')) {
    const code = error.details.errors[0]?.code ?? '';
    const known = ['required', 'too_long', 'control_characters'] as const;
    const key = known.find((name) => name === code) ?? 'required';
    return { ok: false, field: 'name', message: t(`name.${key}`) };
  }
  if (AppError.is(error, 'feature_not_available')) {
    const plans = (await listPlanNamesWithApiKeys()).join(', ');
    return alert(t('featureNotAvailable', { plans }));
  }
  if (AppError.is(error, 'api_key_quota_reached')) {
    return alert(t('quotaReached', error.details));
  }
  if (AppError.is(error, 'other_workspace')) return alert(t('otherWorkspace', error.details));
  if (AppError.is(error, 'not_found')) return alert(t('notFound'));
  if (AppError.is(error, 'owner_required')) return alert(t('ownerRequired'));
  throw error;
}
