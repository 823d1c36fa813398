import type { PlanFeature } from './plan-features';

/** Codes that only programs can get, from the API. */
type ProgramErrorCode =
  | 'invalid_request'
  | 'request_timeout'
  | 'headers_too_large'
  | 'malformed_json'
  | 'missing_credentials'
  | 'invalid_api_key'
  | 'insufficient_scope'
  | 'method_not_allowed'
  | 'idempotency_key_in_progress'
  | 'idempotency_key_reused'
  | 'reference_in_use'
  | 'precondition_failed'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'internal_error';

/** Codes of domain verbs, for programs and people. */
type SharedErrorCode =
  | 'feature_not_available'
  | 'owner_required'
  | 'not_found'
  | 'api_key_quota_reached'
  | 'invoice_not_editable'
  | 'validation_failed'
  | 'rate_limited'
  | 'unavailable';

/** Codes that only people can get, on pages. */
type PageErrorCode =
  /** only the Owner or an Admin may do this */
  | 'admin_required'
  /** a mailed link that is unknown, used up, or too old */
  | 'link_not_valid'
  | 'not_rotatable'
  /** the rotation is over: the old key has ended, or nothing takes its place */
  | 'not_in_rotation'
  /** the browser has opened another mailed link since the page was shown, or forgotten this one */
  | 'other_link'
  /** somebody else has signed in since the page was shown */
  | 'other_person'
  /** the session has switched to another workspace since the page was shown */
  | 'other_workspace';

/** Codes that the API knows: lib/api/problems/problems.ts has a problem for each. */
export type ApiErrorCode = ProgramErrorCode | SharedErrorCode;

/** Codes for forms: messages/*.json have a sentence for each, below `refusals`. */
export type FormErrorCode = SharedErrorCode | PageErrorCode;

/** Every stable code of an expected refusal. */
export type ErrorCode = ApiErrorCode | FormErrorCode;

/** One wrong field, or one wrong parameter of an address. */
export type FieldError = {
  /** of a field: an RFC 6901 JSON pointer as a URI fragment, such as `#/name` */
  pointer?: string;
  /** the name of a parameter */
  parameter?: string;
  code: string;
  /** in English, for programs */
  detail: string;
  /** values for the sentence for people, such as `{ max: 80 }` */
  values?: Record<string, string | number>;
};

/** The details of an error, by code. Errors of other codes have none. */
type Details = {
  invalid_request: { detail: string };
  api_key_quota_reached: { limit: number; active: number };
  /** any one of these features would be enough */
  feature_not_available: { anyOf: readonly [PlanFeature, ...PlanFeature[]] };
  insufficient_scope: { scope: string };
  invoice_not_editable: { invoiceStatus: string };
  unsupported_media_type: { headers: { Accept: string } | { 'Accept-Encoding': string } };
  /** the invoice that has the reference */
  reference_in_use: { invoiceId: string };
  validation_failed: { errors: FieldError[] };
  not_rotatable: { because: 'ended' | 'in_rotation' | 'paused' };
  other_person: { email: string };
  other_workspace: { workspace: string };
  rate_limited: { retryAfter: number };
  unavailable: { retryAfter: number };
};

export type DetailsOf<C extends ErrorCode> = C extends keyof Details ? Details[C] : undefined;

/**
 * An expected refusal. Anything else that is thrown is a bug or an outage: its message is only for
 * the log.
 */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  override name = 'AppError';
  readonly code: C;
  /** React gives this to the error page in the browser instead of the message. */
  readonly digest: C;
  readonly details: DetailsOf<C>;

  constructor(code: C, ...details: DetailsOf<C> extends undefined ? [] : [DetailsOf<C>]) {
    super(code);
    this.code = code;
    this.digest = code;
    this.details = details[0] as DetailsOf<C>;
  }

  /** Narrows an unknown value to the AppError of one code. */
  static is<C extends ErrorCode>(error: unknown, code: C): error is AppError<C> {
    return error instanceof AppError && error.code === code;
  }
}
