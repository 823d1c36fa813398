import { readUsageOf } from '@/app/(workspace)/api-keys/_parts/read-usage-of';
import { Receipt } from '@/app/(workspace)/api-keys/[id]/_receipt/receipt';
import { BackLink } from '@/components/page/back-link';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { requireOwner } from '@/lib/identity/sessions/guards';

/** The receipt of a key that was just revoked, for whoever has no script to go to its page. */
export async function Ended({ apiKey }: { apiKey: ApiKey }) {
  const signedIn = await requireOwner();
  const { recent } = await readUsageOf(apiKey, 'day');
  const { id, name } = apiKey;
  return (
    <div className="max-w-2xl">
      <BackLink href={`/api-keys/${id}`}>
        <span translate="no">{name}</span>
      </BackLink>
      <h1 translate="no" className="mt-3 mb-6 text-title wrap-anywhere">
        {name}
      </h1>
      <Receipt signedIn={signedIn} apiKey={apiKey} recent={recent} />
    </div>
  );
}
