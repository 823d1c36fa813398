import { readUseOf } from '@/app/(workspace)/api-keys/_parts/last-day-of';
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
export async function KeyUse({ apiKey, params }: { apiKey: ApiKey; params: Params }) {
  const { actor } = await requireOwner();
  const { id, state, lastUsedAt } = apiKey;
  const window = params.window === 'month' ? 'month' : 'day';
  const use = await readUseOf(id, window);
  return (
    <>
      {!isLive(state) && <Receipt actor={actor} apiKey={apiKey} recent={use.recent} />}
      {!lastUsedAt && use.recent.length === 0 ? (
        <Unused state={state} />
      ) : (
        <>
          <StillTried actor={actor} apiKey={apiKey} />
          <OverTime id={id} use={use} window={window} params={params} />
          <Endpoints use={use} window={window} />
          <Clients use={use} />
          <LastRequests id={id} recent={use.recent} params={params} />
        </>
      )}
    </>
  );
}
