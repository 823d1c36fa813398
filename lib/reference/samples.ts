import { curlSample } from './curl';
import { goSample } from './go';
import { javascriptSample } from './javascript';
import type { Operation } from './operation';
import { phpSample } from './php';
import { pythonSample } from './python';
import { rubySample } from './ruby';

const SAMPLES = {
  curl: curlSample,
  javascript: javascriptSample,
  python: pythonSample,
  go: goSample,
  php: phpSample,
  ruby: rubySample,
};

export type Language = keyof typeof SAMPLES;

/**
 * How to call an operation in each language. It runs unchanged when the environment has the key.
 * @param origin where the API is reached, such as `https://app.example.com`
 */
export function samplesOf(operation: Operation, origin: string): Record<Language, string> {
  const entries = Object.entries(SAMPLES).map(([name, sample]) => [
    name,
    sample(operation, origin),
  ]);
  return Object.fromEntries(entries);
}
