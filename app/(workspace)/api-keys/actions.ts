'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { type Explained, explain, type Sentences } from '@/app/explain';
import { outcomeOf } from '@/app/form-state';
import type { Outcome } from '@/components/confirm-question';
import type { ApiKey } from '@/lib/api-keys/api-key';
import { createApiKey } from '@/lib/api-keys/create-api-key';
import { EXPIRIES } from '@/lib/api-keys/expiries';
import { replaceApiKey } from '@/lib/api-keys/replace-api-key';
import { revokeApiKey } from '@/lib/api-keys/revoke-api-key';
import { requireOwner } from '@/lib/auth/guards';
import { SCOPES } from '@/lib/scopes';

/** What a new key is shown with, once. */
export type Created = { ok: true; secret: string; name: string; hint: string };

/** Generate: with Replace, the one response that ever has the key in it. */
export async function generateKey(of: unknown, form: unknown): Promise<Created | Explained> {
  try {
    const { actor } = await requireOwner({ of });
    return created(await createApiKey(actor, fromForm(form)));
  } catch (error) {
    return explain(error, await sentences());
  }
}

/** Replace: a key like another one, which goes on working until it is revoked. */
export async function replaceKey(of: unknown, id: unknown): Promise<Created | Explained> {
  try {
    const { actor } = await requireOwner({ of });
    return created(await replaceApiKey(actor, id));
  } catch (error) {
    return explain(error, await sentences());
  }
}

/** Revoke: when this answers, the key is dead. */
export async function revokeKey(of: unknown, id: unknown): Promise<Outcome> {
  return outcomeOf(
    async () => {
      const { actor } = await requireOwner({ of });
      await revokeApiKey(actor, id);
      revalidatePath('/api-keys');
    },
    await sentences(),
  );
}

function created({ apiKey, secret }: { apiKey: ApiKey; secret: string }): Created {
  revalidatePath('/api-keys');
  return { ok: true, secret, name: apiKey.name, hint: apiKey.hint };
}

/** The form's fields as the domain verb takes them; what it leaves out has a default there. */
function fromForm(form: unknown) {
  if (!(form instanceof FormData)) return {};
  const { access, expiresInDays, ...fields } = Object.fromEntries(form);
  const days = Number(expiresInDays);
  return {
    ...fields,
    ...(access === 'read' && { scopes: SCOPES.filter((scope) => scope.endsWith(':read')) }),
    ...(EXPIRIES.some((expiry) => expiry === days) && { expiresInDays: days }),
  };
}

/** What this page says in its own words. */
async function sentences(): Promise<Sentences> {
  const t = await getTranslations('apiKeys.refusals');
  return { not_found: () => t('not_found') };
}
