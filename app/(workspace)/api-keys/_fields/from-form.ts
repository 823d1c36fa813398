import { EXPIRIES } from '@/lib/api-keys/model/durations';
import { DEFAULT_SCOPES, isReadOnly } from '@/lib/scopes';
import { NEVER, ON_A_DAY, READ } from './choices';

/**
 * What a form says about a key, as the verbs take it. A field whose choices are not the values of its
 * column is translated here; all others are taken as they were sent.
 */
export function fromForm(form: Record<string, unknown>): Record<string, unknown> {
  const { scopes, expiresInDays, lastDay, ...asSent } = form;
  const days = EXPIRIES.find((expiry) => String(expiry) === expiresInDays);
  return {
    ...asSent,
    ...(Boolean(scopes) && { scopes: scopes === READ ? READ_SCOPES : DEFAULT_SCOPES }),
    ...(expiresInDays === NEVER && { expiresInDays: null }),
    ...(days && { expiresInDays: days }),
    ...(expiresInDays === ON_A_DAY && { lastDay }),
  };
}

/** So that what may only read opens nothing that one which may also write does not. */
const READ_SCOPES = DEFAULT_SCOPES.filter((scope) => isReadOnly([scope]));
