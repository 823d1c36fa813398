'use server';

import { revalidatePath } from 'next/cache';
import { getFormatter, getTranslations } from 'next-intl/server';
import { type Explained, explain, type Sentences } from '@/app/explain';
import { attempt, fieldsOf, outcomeOf } from '@/app/form-state';
import type { Outcome } from '@/components/confirm-question';
import type { FormState } from '@/components/form-action';
import type { ApiKey } from '@/lib/api-keys/api-key';
import { createApiKey } from '@/lib/api-keys/create-api-key';
import { EXPIRIES } from '@/lib/api-keys/expiries';
import { nameHolder } from '@/lib/api-keys/name-holder';
import { replaceApiKey } from '@/lib/api-keys/replace-api-key';
import { revokeApiKey } from '@/lib/api-keys/revoke-api-key';
import { requireOwner } from '@/lib/auth/guards';
import { isolated } from '@/lib/i18n/isolated';
import { isReadOnly, SCOPES } from '@/lib/scopes';

/** A new key, to be shown once. `terms` says what it may do and until when. */
export type Created = { ok: true; secret: string; name: string; terms: string };

/** Generate. Only this response and that of Replace ever contain the key. */
export async function generateKey(of: unknown, form: unknown): Promise<Created | Explained> {
  try {
    const { actor } = await requireOwner({ of });
    return await created(await createApiKey(actor, fromForm(form)));
  } catch (error) {
    return explain(error, await sentences());
  }
}

/** Replace: creates a key like an old one. The old key works until it is revoked. */
export async function replaceKey(of: unknown, id: unknown): Promise<Created | Explained> {
  try {
    const { actor } = await requireOwner({ of });
    return await created(await replaceApiKey(actor, id));
  } catch (error) {
    return explain(error, await sentences());
  }
}

/** Revoke: once this answers, the key no longer works. The browser then asks for the new list. */
export async function revokeKey(of: unknown, id: unknown): Promise<Outcome> {
  return outcomeOf(
    async () => {
      const { actor } = await requireOwner({ of });
      const t = await getTranslations('apiKeys');
      return t('revoked', isolated(await revokeApiKey(actor, id)));
    },
    await sentences(),
  );
}

/** Who holds the key: see {@link nameHolder}. */
export async function saveHolder(
  of: unknown,
  id: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'holder', 'name');
  return attempt(fields, async () => {
    const { actor } = await requireOwner({ of });
    const name = await nameHolder(actor, id, fields);
    revalidatePath('/api-keys', 'layout');
    const t = await getTranslations('apiKeys.known');
    return { ok: true, message: name === null ? t('cleared') : t('saved', { name }) };
  });
}

async function created(made: { apiKey: ApiKey; secret: string }): Promise<Created> {
  const { name, scopes, expiresAt } = made.apiKey;
  const t = await getTranslations('apiKeys.table');
  const format = await getFormatter();
  const access = isReadOnly(scopes) ? t('readOnly') : t('readWrite');
  const end = expiresAt
    ? t('expires', { date: format.dateTime(expiresAt, { dateStyle: 'medium' }) })
    : t('neverExpires');
  revalidatePath('/api-keys');
  return { ok: true, secret: made.secret, name, terms: `${access} · ${end}` };
}

/** The form's fields as the domain verb takes them. The verb has defaults for missing ones. */
function fromForm(form: unknown) {
  if (!(form instanceof FormData)) return {};
  const { access, expiresInDays, ...fields } = Object.fromEntries(form);
  const days = Number(expiresInDays);
  return {
    ...fields,
    ...(access === 'read' && { scopes: SCOPES.filter((scope) => isReadOnly([scope])) }),
    ...(EXPIRIES.some((expiry) => expiry === days) && { expiresInDays: days }),
  };
}

/** Refusals that this page words differently. */
async function sentences(): Promise<Sentences> {
  const t = await getTranslations('apiKeys.refusals');
  return { not_found: () => t('not_found') };
}
