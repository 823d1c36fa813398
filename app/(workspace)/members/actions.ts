'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/action-form';
import type { Outcome } from '@/components/confirm-question';
import { assertChosen, requireMember, requireOwner } from '@/lib/auth/guards';
import { requestOrigin } from '@/lib/request/device';
import { cancelInvitation } from '@/lib/workspaces/cancel-invitation';
import { changeRole } from '@/lib/workspaces/change-role';
import { inviteMember, resendInvitation } from '@/lib/workspaces/invite-member';
import { leaveWorkspace, removeMember } from '@/lib/workspaces/remove-member';
import { transferOwnership } from '@/lib/workspaces/transfer-ownership';

/** Mails an invitation. */
export async function invite(_: FormState, form: FormData): Promise<FormState> {
  const { workspaceId, ...fields } = fieldsOf(form, 'email', 'role', 'workspaceId');
  return attempt(fields, async () => {
    const signedIn = await requireMember();
    assertChosen(signedIn, workspaceId);
    const { address } = await requestOrigin();
    await inviteMember(signedIn.actor, { ...fields, language: await getLocale() }, address);
    revalidatePath('/members');
    const t = await getTranslations('members.invite');
    return { ok: true, message: t('sent', { email: fields.email.trim() }) };
  });
}

export async function sendAgain(_: FormState, form: FormData): Promise<FormState> {
  return attempt({}, async () => {
    const { actor } = await requireMember();
    const { address } = await requestOrigin();
    await resendInvitation(actor, fieldsOf(form, 'id').id, address);
    revalidatePath('/members');
    const t = await getTranslations('members.invitations');
    return { ok: true, message: t('sentAgain') };
  });
}

export async function cancel(_: FormState, form: FormData): Promise<FormState> {
  return attempt({}, async () => {
    const { actor } = await requireMember();
    await cancelInvitation(actor, fieldsOf(form, 'id').id);
    revalidatePath('/members');
    return null;
  });
}

export async function changeMemberRole(_: FormState, form: FormData): Promise<FormState> {
  return attempt({}, async () => {
    const { actor } = await requireMember();
    await changeRole(actor, fieldsOf(form, 'userId', 'role'));
    revalidatePath('/members');
    return null;
  });
}

/** When this answers, the person's next request finds the workspace gone. */
export async function removeFromWorkspace(userId: unknown): Promise<Outcome> {
  return outcomeOf(async () => {
    const { actor } = await requireMember();
    await removeMember(actor, userId);
    revalidatePath('/members');
  });
}

export async function leave(): Promise<Outcome> {
  return outcomeOf(async () => {
    const { actor } = await requireMember();
    await leaveWorkspace(actor);
    revalidatePath('/', 'layout');
  });
}

/** Makes another member the Owner; the actor is an Admin from their next request. */
export async function transfer(_: FormState, form: FormData): Promise<FormState> {
  const { workspaceId, ...fields } = fieldsOf(form, 'userId', 'password', 'workspaceId');
  return attempt(fields, async () => {
    const signedIn = await requireOwner();
    assertChosen(signedIn, workspaceId);
    await transferOwnership(signedIn.actor, signedIn.user, fields);
    revalidatePath('/', 'layout');
    redirect('/members');
  });
}

async function outcomeOf(work: () => Promise<void>): Promise<Outcome> {
  const state = await attempt({}, async () => {
    await work();
    return null;
  });
  return state?.ok === false ? { ok: false, message: state.message ?? '' } : { ok: true };
}
