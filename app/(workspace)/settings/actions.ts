'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { isolated } from '@/lib/i18n/isolated';
import { changePassword } from '@/lib/identity/account/change-password';
import { updateProfile } from '@/lib/identity/account/update-profile';
import { PROVIDER_NAMES } from '@/lib/identity/provider-names';
import { removeProvider } from '@/lib/identity/providers/remove-provider';
import { writeSessionCookie } from '@/lib/identity/sessions/cookies';
import { endSessions, OTHERS } from '@/lib/identity/sessions/end-sessions';
import { requireOwner, requirePerson } from '@/lib/identity/sessions/guards';
import { readDeviceCookie } from '@/lib/identity/sessions/known-devices';
import { changeTimeZone } from '@/lib/workspaces/workspace/change-time-zone';
import { chooseLeakResponse } from '@/lib/workspaces/workspace/leak-response';
import { renameWorkspace } from '@/lib/workspaces/workspace/rename-workspace';

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

export async function saveWorkspace(
  shownWorkspaceId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'name');
  return attempt(fields, async () => {
    const { actor } = await requireOwner({ shownWorkspaceId });
    await renameWorkspace(actor, fields);
    revalidatePath('/', 'layout');
    return done('workspace.done', { name: fields.name.trim() });
  });
}

export async function saveTimeZone(
  shownWorkspaceId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'timeZone');
  return attempt(fields, async () => {
    const { actor } = await requireOwner({ shownWorkspaceId });
    await changeTimeZone(actor, fields);
    revalidatePath('/settings/workspace');
    return done('workspace.timeZone.done');
  });
}

/** What is done with a key that somebody reports as leaked. */
export async function saveLeakResponse(
  shownWorkspaceId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'whenReported');
  return attempt(fields, async () => {
    const { actor } = await requireOwner({ shownWorkspaceId });
    const response = await chooseLeakResponse(actor, fields);
    revalidatePath('/settings/workspace');
    const t = await getTranslations('settings.workspace.whenReported');
    return { ok: true, message: t('done', { response }) };
  });
}

type Done =
  | 'profile.done'
  | 'ownZone.done'
  | 'password.done'
  | 'providers.done'
  | 'sessions.done'
  | 'sessions.othersDone'
  | 'workspace.done'
  | 'workspace.timeZone.done';

async function done(key: Done, given: { name?: string; provider?: string } = {}) {
  const t = await getTranslations('settings');
  const values = isolated({ name: '', provider: '', ...given });
  return { ok: true as const, message: t(key, values) };
}
