import { headers as requestHeaders } from 'next/headers';
import { clientAddress } from '@/lib/client-address';
import type { Origin } from './sessions';

/** Where the request that signs someone in comes from. */
export async function requestOrigin(): Promise<Origin> {
  const headers = await requestHeaders();
  return { address: clientAddress(headers), userAgent: headers.get('user-agent') ?? '' };
}
