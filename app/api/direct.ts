import { directly } from '@/lib/api/endpoint/direct';
import { headersOf } from '@/lib/facts/response-headers.mjs';
import { loadRoutes } from './routes';

/** @returns what answers the API without the framework, see {@link directly} */
export async function loadDirect(): Promise<ReturnType<typeof directly>> {
  const find = await loadRoutes();
  const headers = new Map<string, string[]>();
  return directly((path) => {
    const found = find(path);
    if (!found) return undefined;
    const { pattern } = found;
    if (!headers.has(pattern)) headers.set(pattern, headersOf(pattern));
    return { ...found, headers: headers.get(pattern) ?? [] };
  });
}
