import { headers as requestHeaders } from 'next/headers';
import type { Origin } from '@/lib/auth/sessions';
import { clientAddress } from './client-address';

/** Where the request that signs someone in comes from. */
export async function requestOrigin(): Promise<Origin> {
  const headers = await requestHeaders();
  return { address: clientAddress(headers), userAgent: headers.get('user-agent') ?? '' };
}
