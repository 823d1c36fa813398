/** What the API reads of a request: both ways to an endpoint make one (docs/decisions/024). */
export type ApiRequest = {
  /** as it was sent, such as `TRACE` */
  readonly method: string;
  /** path and query, as they were sent */
  readonly target: string;
  readonly headers: { get(name: string): string | null };
  readonly body: AsyncIterable<Uint8Array> | null;
};

/** Headers of an answer by their names, which are always spelled in one way: `Retry-After`. */
export type ResponseHeaders = Map<string, string>;

export type ApiResponse = {
  status: number;
  headers: ResponseHeaders;
  /**
   * null where there is none: 204 and 304; bytes where it is compressed. HEAD has that of GET, which is
   * not sent
   */
  body: string | Buffer<ArrayBuffer> | null;
};

/** @param params the `{…}` parts of the path, raw */
export type Responder = (
  request: ApiRequest,
  params: Record<string, string>,
) => Promise<ApiResponse>;

/** An answer with a body in JSON. */
export function json(body: unknown, status: number, headers: ResponseHeaders): ApiResponse {
  headers.set('Content-Type', 'application/json');
  return { status, headers, body: JSON.stringify(body) };
}

/** The part of a target before the query. */
export function pathOf(target: string): string {
  const query = target.indexOf('?');
  return query < 0 ? target : target.slice(0, query);
}
