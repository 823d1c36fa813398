import { headers as requestHeaders } from 'next/headers';
import { withKeysCut } from '@/lib/text';
import { clientAddress } from './client-address';

/** Where someone signs in from, so that they recognize it in the list of their sessions. */
export type Device = {
  /** see {@link clientAddress} */
  address: string;
  userAgent: string;
};

/** The device that this request comes from. For pages, server actions and route handlers. */
export async function requestDevice(): Promise<Device> {
  const headers = await requestHeaders();
  return {
    address: clientAddress(headers),
    userAgent: withKeysCut(headers.get('user-agent') ?? ''),
  };
}
