import type { ApiKey, Terms } from '@/lib/api-keys/model/api-key';
import { BYTE_ORDER_MARK, csvLine, separatorOf } from '@/lib/csv';
import { isReadOnly } from '@/lib/scopes';

type Column = (apiKey: ApiKey) => string | null;

/** The columns of what an Owner decides have its names, but for these. */
type Renamed = {
  scopes: 'access';
  expiresAt: 'expires_at';
  allowedAddresses: 'allowed_addresses';
  requestsPerMinute: 'requests_per_minute';
  newPlaceMails: 'new_place_mails';
};

type Decided<Term = keyof Terms> = Term extends keyof Renamed ? Renamed[Term] : Term;

const time = (at: Date | null) => at?.toISOString() ?? null;

/** What is exported of a key, named as in the API. Never the key itself, of which there is a hash only. */
const COLUMNS = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  hint: ({ hint }) => hint,
  note: ({ note }) => note,
  state: ({ state }) => state,
  access: ({ scopes }) => (isReadOnly(scopes) ? 'read_only' : 'read_and_write'),
  allowed_addresses: ({ allowedAddresses }) => allowedAddresses.join(' '),
  requests_per_minute: ({ requestsPerMinute }) => requestsPerMinute?.toString() ?? null,
  new_place_mails: ({ newPlaceMails }) => (newPlaceMails ? 'on' : 'off'),
  created_at: ({ createdAt }) => time(createdAt),
  created_by: ({ createdBy }) => createdBy,
  last_used_at: ({ lastUsedAt }) => time(lastUsedAt),
  expires_at: ({ expiresAt }) => time(expiresAt),
  paused_at: ({ pausedAt }) => time(pausedAt),
  paused_until: ({ pausedUntil }) => time(pausedUntil),
  retires_at: ({ retiresAt }) => time(retiresAt),
  revoked_at: ({ revokedAt }) => time(revokedAt),
  revoked_by: ({ revokedBy }) => revokedBy,
} satisfies Record<Decided, Column> & Record<string, Column>;

const columns: [name: string, Column][] = Object.entries(COLUMNS);

type Pages = AsyncIterable<ApiKey[]>;

async function* csv(pages: Pages, locale: string): AsyncGenerator<string> {
  const separator = separatorOf(locale);
  yield BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS), separator);
  for await (const keys of pages) {
    const lines = keys.map((key) =>
      csvLine(
        columns.map(([, tell]) => tell(key) ?? ''),
        separator,
      ),
    );
    yield lines.join('');
  }
}

async function* json(pages: Pages): AsyncGenerator<string> {
  let before = '[\n';
  for await (const keys of pages) {
    for (const key of keys) {
      const facts = columns.map(([name, tell]) => [name, tell(key)]);
      yield before + JSON.stringify(Object.fromEntries(facts));
      before = ',\n';
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

const CSV = { extension: 'csv', type: 'text/csv; charset=utf-8', write: csv };
const JSON_ARRAY = { extension: 'json', type: 'application/json', write: json };

/** @param name as the address says it; CSV if it says none */
export const formatOf = (name: string | null) => (name === 'json' ? JSON_ARRAY : CSV);
