import type { z } from 'zod';
import type { ApiKeyActor } from '@/lib/actor';
import type { ResponseHeaders } from '@/lib/api/exchange/http';
import type { AnsweredCode } from '@/lib/api/problems/codes';
import type { VerifiedApiKey } from '@/lib/api-keys/secret/verify';
import type { Preconditions } from '@/lib/etag';
import type { Limit } from '@/lib/limits/limiter';
import type { Scope } from '@/lib/scopes';

/** One authenticated request, as an endpoint sees it. Input is raw: the domain verb parses it. */
export type Call = {
  actor: ApiKeyActor;
  apiKey: VerifiedApiKey;
  /** the `{…}` parts of the path */
  params: Record<string, string>;
  query: Record<string, string>;
  /** parsed JSON; undefined when there was none */
  body: unknown;
  /** its If-Match and If-None-Match, for a verb that changes what has an ETag */
  preconditions: Preconditions;
  /** the request's own path and query, as they were sent */
  target: string;
  /** headers of the answer; an endpoint may add some */
  headers: ResponseHeaders;
};

type Described = {
  /** what generated clients call it, such as `payInvoice`; stable, and an anchor of the reference */
  operationId: string;
  /** a few words: a heading of the reference */
  summary: string;
  /** sentences for the reference */
  description: string;
  /** the answer has an ETag, of its body; the verb of a change gets the preconditions */
  etag?: true;
  /** error codes besides those that every endpoint of its kind has */
  errors?: readonly AnsweredCode[];
};

type Declaration<ApiResponse extends z.ZodType> = Described & {
  /** what the key must be allowed to do; without it, any key will do */
  scope?: Scope;
  /** the parameters that the verb parses; without it, there are none */
  query?: z.ZodObject;
  /** the JSON that the verb parses; without it, there is none */
  body?: z.ZodType;
  /** the status of success: 200 by default, 204 for an answer without a body */
  status?: 200 | 201 | 204;
  answer?: ApiResponse;
  /** an answer for the reference, where the examples in the schema would be wrong */
  example?: z.input<ApiResponse>;
  handle: (call: Call) => Promise<z.input<ApiResponse>> | z.input<ApiResponse>;
};

/** What a route does with one method, for a caller with an API key. */
export type Endpoint = Omit<Declaration<z.ZodType>, 'handle'> & {
  access: 'api_key';
  handle: (call: Call) => unknown;
};

/** One request of anyone, as an open endpoint sees it. */
export type OpenCall = {
  /** parsed JSON; undefined where the endpoint takes none */
  body: unknown;
  /** see clientAddress */
  address: string;
};

/** What an open endpoint takes from anyone, and how much of it. */
export type Taken = {
  /** the JSON that the verb parses */
  body: z.ZodType;
  maxBytes: number;
  /** for one client address; a request is counted before it is read */
  limit: Limit;
};

/** What a route does with one method, for anyone. */
export type OpenEndpoint = Described & {
  access: 'open';
  /** without it, it takes nothing */
  takes?: Taken;
  /** the status of success: 200 by default, 202 for what is done later */
  status?: 200 | 202;
  answer: z.ZodType;
  handle: (call: OpenCall) => unknown;
};

/**
 * Declares an endpoint. Authentication, scope, limit, errors, usage, log, metrics, idempotency and
 * the entry in the OpenAPI document all come from this one declaration: see
 * docs/adding-an-endpoint.md.
 * @returns what {@link route} takes
 */
export function endpoint<ApiResponse extends z.ZodType>(
  declaration: Declaration<ApiResponse>,
): Endpoint {
  return { access: 'api_key', ...declaration };
}

/** Declares an endpoint that needs no key and no parameters. */
export function openEndpoint<ApiResponse extends z.ZodType>(
  declaration: Omit<OpenEndpoint, 'access' | 'answer' | 'handle'> &
    Required<Pick<Declaration<ApiResponse>, 'answer'>> & {
      handle: (call: OpenCall) => Promise<z.input<ApiResponse>> | z.input<ApiResponse>;
    },
): OpenEndpoint {
  return { access: 'open', ...declaration };
}
