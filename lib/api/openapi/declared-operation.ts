import type { ZodOpenApiResponseObject } from 'zod-openapi';
import type { Endpoint, OpenEndpoint } from '@/lib/api/endpoint/endpoint';
import type { Method } from '@/lib/api/endpoint/route';
import type { ApiPath } from '@/lib/api/tags';
import type { NamedHeaders } from './named-headers';

/** What the operations of one document share. */
export type Shared = {
  /** of the installation that serves it */
  origin: string;
  headers: NamedHeaders;
  /** refusals by the name of their component; an operation adds those that it is the first to have */
  refusals: Map<string, ZodOpenApiResponseObject>;
};

/** One method of one address. */
export type DeclaredOperation = Shared & {
  /** as in the document: `/api/invoices/{id}` */
  path: ApiPath;
  method: Method;
  endpoint: Endpoint | OpenEndpoint;
};
