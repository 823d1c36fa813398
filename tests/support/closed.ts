/**
 * A copy of the OpenAPI document in which no object may have a member that is not described. What
 * we publish leaves answers open for later versions; our own answers have what is declared today.
 */
export function closed(document: object): object {
  return JSON.parse(JSON.stringify(document), (_, value) =>
    isOpenObject(value) ? { ...value, additionalProperties: false } : value,
  );
}

function isOpenObject(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'object' &&
    'properties' in value &&
    !('additionalProperties' in value)
  );
}
