'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { attempt, fieldsOf, textsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { isolated } from '@/lib/i18n/isolated';
import { changePassword } from '@/lib/identity/account/change-password';
import { chooseMails } from '@/lib/identity/account/choose-mails';
import { updateProfile } from '@/lib/identity/account/update-profile';
import { PROVIDER_NAMES } from '@/lib/identity/provider-names';
import { removeProvider } from '@/lib/identity/providers/remove-provider';
import { writeSessionCookie } from '@/lib/identity/sessions/cookies';
import { endSessions, OTHERS } from '@/lib/identity/sessions/end-sessions';
import { requirePerson } from '@/lib/identity/sessions/guards';
import { readDeviceCookie } from '@/lib/identity/sessions/known-devices';

export async function saveProfile(
  shownUserId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'name');
  return attempt(fields, async () => {
    await updateProfile(await requirePerson({ shownUserId }), fields);
    revalidatePath('/', 'layout');
    return done('profile.done', { name: fields.name.trim() });
  });
}

/** In which time zone the person is told times. */
export async function saveOwnZone(
  shownUserId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'timeZone');
  return attempt(fields, async () => {
    await updateProfile(await requirePerson({ shownUserId }), fields);
    revalidatePath('/', 'layout');
    return done('ownZone.done');
  });
}

export async function savePassword(
  shownUserId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'currentPassword', 'password');
  return attempt(fields, async () => {
    const session = await requirePerson({ shownUserId });
    await writeSessionCookie(await changePassword(session, fields, await readDeviceCookie()));
    revalidatePath('/settings');
    return done('password.done');
  });
}

/** Which mails about keys the person gets. */
export async function saveMails(
  shownUserId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return attempt({}, async () => {
    const session = await requirePerson({ shownUserId });
    await chooseMails(session, { wanted: textsOf(form, 'wanted') });
    revalidatePath('/settings');
    return done('mails.done');
  });
}

/** Ends one other session, or all of them. */
export async function endElsewhere(
  shownUserId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'session', 'password');
  return attempt(fields, async () => {
    await endSessions(await requirePerson({ shownUserId }), fields);
    revalidatePath('/settings');
    return done(fields.session === OTHERS ? 'sessions.othersDone' : 'sessions.done');
  });
}

/** Removes Google or GitHub from the account. */
export async function removeLinked(
  shownUserId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'provider', 'password');
  return attempt(fields, async () => {
    const removed = await removeProvider(await requirePerson({ shownUserId }), fields);
    revalidatePath('/settings');
    return done('providers.done', { provider: PROVIDER_NAMES[removed] });
  });
}

type Done =
  | 'profile.done'
  | 'ownZone.done'
  | 'password.done'
  | 'mails.done'
  | 'providers.done'
  | 'sessions.done'
  | 'sessions.othersDone';

type Values = { name?: string; provider?: string };

async function done(key: Done, given: Values = {}) {
  const t = await getTranslations('settings');
  const values = isolated({ name: '', provider: '', ...given });
  return { ok: true as const, message: t(key, values) };
}
