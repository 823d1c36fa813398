import { OwnerOnly } from '@/app/(workspace)/_parts/owner-only';

export default function WorkspaceSettingsForbidden() {
  return <OwnerOnly about="workspace" />;
}
