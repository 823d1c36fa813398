import { answer } from '@/lib/api/exchange/exchange';
import type { ApiRequest, ApiResponse } from '@/lib/api/exchange/http';
import { authenticateIfSent } from '@/lib/api/key/authenticate';
import type { AppError } from '@/lib/errors';

/**
 * Answers with a problem where no endpoint is.
 * @param headers of the answer
 */
export function refuse(
  error: AppError,
  request: ApiRequest,
  route: string,
  headers: Record<string, string> = {},
): Promise<ApiResponse> {
  return answer(request, route, async (exchange) => {
    await authenticateIfSent(exchange);
    for (const [name, value] of Object.entries(headers)) exchange.headers.set(name, value);
    throw error;
  });
}
