import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { BYTE_ORDER_MARK, csvLine } from '@/lib/csv';
import { isReadOnly } from '@/lib/scopes';

/** What is exported of a key, named as in the API. Never the key itself, of which there is a hash only. */
function factsOf(apiKey: ApiKey) {
  const time = (at: Date | null) => at?.toISOString() ?? null;
  const { id, name, hint, note, state, scopes, createdBy, revokedBy } = apiKey;
  return {
    id,
    name,
    hint,
    note,
    state,
    access: isReadOnly(scopes) ? 'read_only' : 'read_and_write',
    created_at: time(apiKey.createdAt),
    created_by: createdBy,
    last_used_at: time(apiKey.lastUsedAt),
    expires_at: time(apiKey.expiresAt),
    paused_at: time(apiKey.pausedAt),
    paused_until: time(apiKey.pausedUntil),
    retires_at: time(apiKey.retiresAt),
    revoked_at: time(apiKey.revokedAt),
    revoked_by: revokedBy,
  };
}

const COLUMNS = [
  'id',
  'name',
  'hint',
  'note',
  'state',
  'access',
  'created_at',
  'created_by',
  'last_used_at',
  'expires_at',
  'paused_at',
  'paused_until',
  'retires_at',
  'revoked_at',
  'revoked_by',
] as const satisfies (keyof ReturnType<typeof factsOf>)[];

type Pages = AsyncIterable<ApiKey[]>;

async function* csv(pages: Pages): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  for await (const keys of pages) {
    const rows = keys.map(factsOf);
    yield rows.map((row) => csvLine(COLUMNS.map((name) => row[name] ?? ''))).join('');
  }
}

async function* json(pages: Pages): AsyncGenerator<string> {
  let before = '[\n';
  for await (const keys of pages) {
    for (const key of keys) {
      yield before + JSON.stringify(factsOf(key));
      before = ',\n';
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

const CSV = { extension: 'csv', type: 'text/csv; charset=utf-8', write: csv };
const JSON_ARRAY = { extension: 'json', type: 'application/json', write: json };

/** @param name as the address says it; CSV if it says none */
export const formatOf = (name: string | null) => (name === 'json' ? JSON_ARRAY : CSV);
