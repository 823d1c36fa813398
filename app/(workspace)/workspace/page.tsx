import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/identity/sessions/guards';

/** Where people land after signing in or switching: the first page they may use. */
export default async function WorkspacePage() {
  const { workspace } = await requireMember();
  redirect(workspace.isOwner ? '/api-keys' : '/invoices');
}
