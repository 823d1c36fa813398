export type FirstRequest = {
  /** or it was refused, or failed */
  isReceived: boolean;
  text: string;
};

/**
 * Asks how the first request with a key went.
 * @returns null while there was none, and where the server says nothing
 */
export async function askFirstRequest(
  id: string,
  signal: AbortSignal,
): Promise<FirstRequest | null> {
  const answer = await fetch(`/api-keys/${id}/first-request`, { signal });
  return answer.status === 200 && !answer.redirected ? answer.json() : null;
}
