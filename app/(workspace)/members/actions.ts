'use server';

import { revalidatePath } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { attempt, fieldsOf, outcomeOf } from '@/app/form-state';
import type { Outcome } from '@/components/dialogs/confirm-question';
import type { FormState } from '@/components/forms/form-action';
import { isolated } from '@/lib/i18n/isolated';
import { requireMember, requireOwner } from '@/lib/identity/sessions/guards';
import { requestDevice } from '@/lib/request/device';
import { cancelInvitation } from '@/lib/workspaces/invitations/cancel-invitation';
import { inviteMember, resendInvitation } from '@/lib/workspaces/invitations/invite-member';
import { changeRole } from '@/lib/workspaces/members/change-role';
import { leaveWorkspace } from '@/lib/workspaces/members/leave-workspace';
import { removeMember } from '@/lib/workspaces/members/remove-member';
import { transferOwnership } from '@/lib/workspaces/members/transfer-ownership';

/** Mails an invitation. */
export async function invite(
  shownWorkspaceId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'email', 'role');
  return attempt(fields, async () => {
    const { actor } = await requireMember({ shownWorkspaceId });
    const { address } = await requestDevice();
    const given = { ...fields, language: await getLocale() };
    const { formerRole, ...invited } = await inviteMember(actor, given, address);
    revalidatePath('/members');
    const t = await getTranslations('members.invite');
    if (!formerRole) return { ok: true, message: t('sent', invited) };
    if (formerRole === invited.role) return { ok: true, message: t('again', invited) };
    return { ok: true, message: t('changed', { ...invited, formerRole }) };
  });
}

/** Mails a pending invitation once more. */
export async function sendAgain(
  shownWorkspaceId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return attempt({}, async () => {
    const { actor } = await requireMember({ shownWorkspaceId });
    const { address } = await requestDevice();
    const email = await resendInvitation(actor, fieldsOf(form, 'id').id, address);
    revalidatePath('/members');
    const t = await getTranslations('members.invitations');
    return { ok: true, message: t('sentAgain', { email }) };
  });
}

/** Takes a pending invitation back. */
export async function cancel(
  shownWorkspaceId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return attempt({}, async () => {
    const { actor } = await requireMember({ shownWorkspaceId });
    const email = await cancelInvitation(actor, fieldsOf(form, 'id').id);
    revalidatePath('/members');
    const t = await getTranslations('members.invitations');
    return { ok: true, message: email ? t('canceled', { email }) : t('gone') };
  });
}

/** Makes a User an Admin, or an Admin a User. */
export async function changeMemberRole(
  shownWorkspaceId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return attempt({}, async () => {
    const { actor } = await requireMember({ shownWorkspaceId });
    const { name, role } = await changeRole(actor, fieldsOf(form, 'userId', 'role'));
    revalidatePath('/members');
    const t = await getTranslations('members.list');
    return { ok: true, message: t('made', isolated({ name, role })) };
  });
}

/** Removes a member. Once this answers, they can no longer open the workspace. */
export async function removeFromWorkspace(
  shownWorkspaceId: unknown,
  userId: unknown,
): Promise<Outcome> {
  return outcomeOf(async () => {
    const { actor, workspace } = await requireMember({ shownWorkspaceId });
    const name = await removeMember(actor, userId);
    revalidatePath('/members');
    const t = await getTranslations('members.remove');
    return t('done', isolated({ name, workspace: workspace.name }));
  });
}

/** Takes the actor out of the workspace. */
export async function leave(shownWorkspaceId: unknown): Promise<Outcome> {
  return outcomeOf(async () => {
    const { actor, workspace } = await requireMember({ shownWorkspaceId });
    await leaveWorkspace(actor);
    revalidatePath('/', 'layout');
    const t = await getTranslations('members.leave');
    return t('done', isolated({ workspace: workspace.name }));
  });
}

/** Makes another member the Owner; the actor is an Admin from their next request. */
export async function transfer(
  shownWorkspaceId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'userId', 'password');
  return attempt(fields, async () => {
    const { actor, user, workspace } = await requireOwner({ shownWorkspaceId });
    const name = await transferOwnership(actor, user, fields);
    revalidatePath('/', 'layout');
    const t = await getTranslations('members.transfer');
    return { ok: true, message: t('done', isolated({ name, workspace: workspace.name })) };
  });
}
