import { readUsageOf } from '@/app/(workspace)/api-keys/_parts/read-usage-of';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { type Params, periodOf } from './address';
import { Clients } from './clients';
import { Endpoints } from './endpoints';
import { isUnused } from './key-usage';
import { LastRequests } from './last-requests';

/** For what a key was used, by whom, and each of its last requests. */
export async function UsageDetails({ apiKey, params }: { apiKey: ApiKey; params: Params }) {
  const period = periodOf(params);
  const usage = await readUsageOf(apiKey, period);
  if (isUnused(apiKey, usage)) return null;
  return (
    <div className="grid min-w-0 grid-cols-1 content-start gap-8">
      <Endpoints usage={usage} period={period} />
      <Clients usage={usage} />
      <LastRequests id={apiKey.id} recent={usage.recent} params={params} />
    </div>
  );
}
