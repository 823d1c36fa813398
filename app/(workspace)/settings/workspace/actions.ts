'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { isolated } from '@/lib/i18n/isolated';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { requestDevice } from '@/lib/request/device';
import { removeTeamAddress } from '@/lib/workspaces/team-address/remove-team-address';
import { setTeamAddress } from '@/lib/workspaces/team-address/set-team-address';
import { changeKeyLifetime } from '@/lib/workspaces/workspace/change-key-lifetime';
import { changeNewPlaceMails } from '@/lib/workspaces/workspace/change-new-place-mails';
import { changeTimeZone } from '@/lib/workspaces/workspace/change-time-zone';
import { chooseLeakResponse } from '@/lib/workspaces/workspace/leak-response';
import { renameWorkspace } from '@/lib/workspaces/workspace/rename-workspace';

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
    return done('done', { name: fields.name.trim() });
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
    return done('timeZone.done');
  });
}

/** How many days keys may live from then on. */
export async function saveKeyLifetime(
  shownWorkspaceId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'maxKeyDays');
  return attempt(fields, async () => {
    const { actor } = await requireOwner({ shownWorkspaceId });
    const days = await changeKeyLifetime(actor, fields);
    revalidatePath('/settings/workspace');
    return days === null ? done('keyLifetime.off') : done('keyLifetime.done', { days });
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
    return done('whenReported.done', { response });
  });
}

/** Whether keys are told of that are used from somewhere new. */
export async function saveNewPlaceMails(
  shownWorkspaceId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'newPlaceMails');
  return attempt(fields, async () => {
    const { actor } = await requireOwner({ shownWorkspaceId });
    const areSent = await changeNewPlaceMails(actor, fields);
    revalidatePath('/settings/workspace');
    return done(areSent ? 'newPlaces.on' : 'newPlaces.off');
  });
}

/** Mails a link to the address of the team, which confirms it. */
export async function saveTeam(
  shownWorkspaceId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'email', 'language');
  return attempt(fields, async () => {
    const { actor } = await requireOwner({ shownWorkspaceId });
    const { address } = await requestDevice();
    const { email, isConfirmed } = await setTeamAddress(actor, fields, address);
    revalidatePath('/settings/workspace');
    return done(isConfirmed ? 'team.same' : 'team.sent', { email });
  });
}

/** Mails about keys go to the Owner alone from then on. */
export async function removeTeam(shownWorkspaceId: unknown, _: FormState): Promise<FormState> {
  return attempt({}, async () => {
    const { actor } = await requireOwner({ shownWorkspaceId });
    const email = await removeTeamAddress(actor);
    revalidatePath('/settings/workspace');
    return email ? done('team.removed', { email }) : done('team.gone');
  });
}

type Done =
  | 'done'
  | 'timeZone.done'
  | `keyLifetime.${'done' | 'off'}`
  | `newPlaces.${'on' | 'off'}`
  | 'whenReported.done'
  | `team.${'same' | 'sent' | 'removed' | 'gone'}`;

type Values = { name?: string; email?: string; days?: number; response?: string };

async function done(key: Done, given: Values = {}) {
  const t = await getTranslations('settings.workspace');
  const values = isolated({ name: '', email: '', days: 0, response: '', ...given });
  return { ok: true as const, message: t(key, values) };
}
