import { readUsageOf } from '@/app/(workspace)/api-keys/_parts/read-usage-of';
import { Receipt } from '@/app/(workspace)/api-keys/[id]/receipt';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isLive } from '@/lib/api-keys/model/state';
import { requireOwner } from '@/lib/identity/sessions/guards';
import type { Params } from './address';
import { Clients } from './clients';
import { Endpoints } from './endpoints';
import { LastRequests } from './last-requests';
import { OverTime } from './over-time';
import { StillTried } from './still-used-notice';
import { Unused } from './unused';

/** What is known about the use of a key: when, for what, by whom, and each of its last requests. */
export async function KeyUsage({ apiKey, params }: { apiKey: ApiKey; params: Params }) {
  const { actor } = await requireOwner();
  const { id, state, lastUsedAt } = apiKey;
  const period = params.window === 'month' ? 'month' : 'day';
  const usage = await readUsageOf(apiKey, period);
  return (
    <>
      {!isLive(state) && <Receipt actor={actor} apiKey={apiKey} recent={usage.recent} />}
      {!lastUsedAt && usage.recent.length === 0 ? (
        <Unused state={state} />
      ) : (
        <>
          <StillTried apiKey={apiKey} />
          <OverTime id={id} usage={usage} period={period} params={params} />
          <Endpoints usage={usage} period={period} />
          <Clients usage={usage} />
          <LastRequests id={id} recent={usage.recent} params={params} />
        </>
      )}
    </>
  );
}
