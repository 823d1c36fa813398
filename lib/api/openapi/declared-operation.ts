import type { Endpoint, OpenEndpoint } from '@/lib/api/endpoint';
import type { Method } from '@/lib/api/route';
import type { ApiPath } from './tags';

/** One method of one address, and the origin of the installation that serves it. */
export type DeclaredOperation = {
  origin: string;
  /** as in the document: `/api/invoices/{id}` */
  path: ApiPath;
  method: Method;
  endpoint: Endpoint | OpenEndpoint;
};
