import { curlSample } from './curl';
import { javascriptSample } from './javascript';
import type { Operation } from './operation';
import { pythonSample } from './python';

export type Language = 'curl' | 'javascript' | 'python';

/**
 * How to call an operation in each language. It runs unchanged when the environment has the key.
 * @param origin where the API is reached, such as `https://app.example.com`
 */
export function samplesOf(operation: Operation, origin: string): Record<Language, string> {
  return {
    curl: curlSample(operation, origin),
    javascript: javascriptSample(operation, origin),
    python: pythonSample(operation, origin),
  };
}
