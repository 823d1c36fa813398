import { flushUsageOf } from './flush-usage';

/** Until its first use is surely seen by whatever looks the key up, or the next flush has tried. */
const ONCE_IN_MS = 5_000;

const written = new Set<string>();

/**
 * Writes the first use of a key without waiting for the next flush: on another instance, too, somebody
 * may look whether their new key works. Nothing waits for it. Where it cannot be written, or while more
 * requests come, it is left to the flushes.
 */
export function writeFirstUse(apiKeyId: string): void {
  if (written.has(apiKeyId)) return;
  written.add(apiKeyId);
  setTimeout(() => written.delete(apiKeyId), ONCE_IN_MS).unref();
  void flushUsageOf([apiKeyId]);
}
