import { oncePerProcess } from '@/lib/process/once-per-process';
import { type KeyUsage, nothing, type Unwritten } from './key-usage';

declare global {
  interface ZendrhaxProcess {
    usage: { now: Unwritten };
  }
}

/** What was counted since the last flush. */
export const unwritten = oncePerProcess('usage', () => ({ now: nothing() }));

/**
 * Takes what was counted, to write it.
 * @param apiKeyIds of these keys alone
 */
export function takeUsage(apiKeyIds?: readonly string[]): KeyUsage[] {
  const { now } = unwritten;
  if (!apiKeyIds) {
    unwritten.now = nothing();
    return [...now.keys.values()];
  }
  const taken = apiKeyIds.flatMap((id) => now.keys.get(id) ?? []);
  for (const { apiKeyId, workspaceId, clients, recent } of taken) {
    now.keys.delete(apiKeyId);
    const room = now.rooms.get(workspaceId);
    if (!room) continue;
    room.clients -= clients.length;
    room.recent -= recent.length;
  }
  return taken;
}
