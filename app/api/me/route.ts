import { route } from '@/lib/api/route';
import { withApiKey } from '@/lib/api/with-api-key';

/** What an integration calls to test its connection: the key and the workspace it opens. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: withApiKey(({ apiKey }) => ({
    id: apiKey.id,
    name: apiKey.name,
    hint: apiKey.hint,
    scopes: apiKey.scopes,
    expires_at: apiKey.expiresAt,
    workspace: { id: apiKey.workspaceId, name: apiKey.workspaceName, plan: apiKey.planSlug },
  })),
});
