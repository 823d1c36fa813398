import { readUsageOf } from '@/app/(workspace)/api-keys/_parts/read-usage-of';
import { Receipt } from '@/app/(workspace)/api-keys/[id]/_receipt/receipt';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isLive } from '@/lib/api-keys/model/state';
import type { ApiKeyUsage } from '@/lib/api-keys/read/read-usage';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { type Params, periodOf } from './address';
import { OverTime } from './over-time';
import { Unused } from './unused';

/** When a key was used; of one that has ended, first that it is over. */
export async function KeyUsage({ apiKey, params }: { apiKey: ApiKey; params: Params }) {
  const signedIn = await requireOwner();
  const { state } = apiKey;
  const period = periodOf(params);
  const usage = await readUsageOf(apiKey, period);
  return (
    <>
      {!isLive(state) && <Receipt signedIn={signedIn} apiKey={apiKey} recent={usage.recent} />}
      {isUnused(apiKey, usage) ? (
        <Unused state={state} />
      ) : (
        <OverTime apiKey={apiKey} usage={usage} period={period} params={params} />
      )}
    </>
  );
}

/** Whether nothing is known about the use of a key. */
export const isUnused = ({ lastUsedAt }: ApiKey, { recent }: ApiKeyUsage) =>
  !lastUsedAt && recent.length === 0;
