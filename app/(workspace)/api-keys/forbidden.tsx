import { OwnerOnly } from '../owner-only';

export default function ApiKeysForbidden() {
  return <OwnerOnly about="keys" />;
}
