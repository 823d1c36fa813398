/** What is used of packages without types of their own. Those of `compression` elsewhere bring Express along. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export default function compression(): (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;
}

declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string> });

    /** @param preferred in this order, where the caller prefers none */
    encoding(available: string[], preferred: string[]): string | undefined;
  }
}
