import { OwnerOnly } from '../../owner-only';

export default function WorkspaceSettingsForbidden() {
  return <OwnerOnly about="workspace" />;
}
