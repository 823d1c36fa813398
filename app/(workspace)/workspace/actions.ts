'use server';

import { redirect } from 'next/navigation';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { requirePerson } from '@/lib/identity/sessions/guards';
import { createWorkspace } from '@/lib/workspaces/workspace/create-workspace';

/** Creates a workspace, chooses it, and goes to its keys. */
export async function addWorkspace(
  shownUserId: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'name');
  return attempt(fields, async () => {
    await createWorkspace(await requirePerson({ shownUserId }), fields);
    redirect('/api-keys');
  });
}
