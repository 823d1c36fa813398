import { OwnerOnly } from '@/app/(workspace)/_parts/owner-only';

export default function ApiKeysForbidden() {
  return <OwnerOnly about="keys" />;
}
