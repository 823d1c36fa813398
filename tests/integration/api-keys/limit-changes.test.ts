import { expect, test } from 'vitest';
import type { Actor } from '@/lib/actor';
import { countKeyChange } from '@/lib/api-keys/change/limit-changes';
import { nameHolder } from '@/lib/api-keys/change/name-holder';
import { pauseApiKey } from '@/lib/api-keys/change/pause-api-key';
import { resumeApiKey } from '@/lib/api-keys/change/resume-api-key';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { updateApiKey } from '@/lib/api-keys/change/update-api-key';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const CHANGES: Record<string, (owner: Actor, id: string) => Promise<unknown>> = {
  pause: (owner, id) => pauseApiKey(owner, id, { minutes: null }),
  resume: resumeApiKey,
  edit: (owner, id) => updateApiKey(owner, id, { name: 'Another name' }),
  holder: (owner, id) => nameHolder(owner, id, { holder: 'words', name: 'Zapier' }),
};

test('a workspace changes its keys so often in an hour, and can always end one', async () => {
  const { owner, ...workspace } = await makeWorkspace();
  const { apiKey } = await makeApiKey({ owner, ...workspace });
  const before = Object.keys(CHANGES).length;
  for (const change of Object.values(CHANGES)) await change(owner, apiKey.id);
  for (let other = before; other < 600; other++) await countKeyChange(owner);

  for (const [name, change] of Object.entries(CHANGES)) {
    await expect(change(owner, apiKey.id), name).rejects.toMatchObject({ code: 'rate_limited' });
  }
  await revokeApiKey(owner, apiKey.id);

  const other = await makeWorkspace();
  const { apiKey: theirs } = await makeApiKey(other);
  await pauseApiKey(other.owner, theirs.id, { minutes: null });
});
