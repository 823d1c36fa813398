import type { ApiErrorCode } from '@/lib/errors';

/** Where an entry may lead. The messages below `errorReference.further` name each. */
export const PLACES = {
  keys: '/api-keys',
  plans: '/plans',
  contact: '/contact',
  useKey: '/help/api-keys#use-a-key',
  roles: '/help/workspaces-and-roles',
  firstInvoice: '/help/first-invoice',
  changeOnlyRead: '/help/using-the-api#change-only-what-you-have-read',
  repeatSafely: '/help/using-the-api#repeat-a-request-safely',
  rateLimits: '/help/rate-limits',
  noneLeft: '/help/rate-limits#when-there-is-none-left',
  operations: '/docs',
  createInvoice: '/docs#createInvoice',
  getInvoice: '/docs#getInvoice',
  voidInvoice: '/docs#voidInvoice',
} as const;

type Place = keyof typeof PLACES;

/** Where the reader of each entry goes next. */
export const FURTHER: Record<ApiErrorCode, readonly [Place, ...Place[]]> = {
  invalid_request: ['repeatSafely'],
  request_timeout: ['repeatSafely'],
  headers_too_large: ['useKey'],
  malformed_json: ['createInvoice'],
  missing_credentials: ['useKey', 'keys'],
  invalid_api_key: ['keys', 'useKey'],
  insufficient_scope: ['keys'],
  feature_not_available: ['plans'],
  owner_required: ['roles'],
  not_found: ['operations'],
  method_not_allowed: ['operations'],
  api_key_quota_reached: ['keys', 'plans'],
  idempotency_key_in_progress: ['repeatSafely'],
  invoice_not_editable: ['firstInvoice', 'voidInvoice'],
  reference_in_use: ['getInvoice', 'repeatSafely'],
  precondition_failed: ['changeOnlyRead'],
  payload_too_large: ['createInvoice'],
  unsupported_media_type: ['createInvoice'],
  validation_failed: ['operations'],
  idempotency_key_reused: ['repeatSafely'],
  rate_limited: ['rateLimits', 'plans'],
  internal_error: ['contact'],
  unavailable: ['noneLeft'],
};
