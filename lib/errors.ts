import type { PlanFeature } from './plan-features';

/** What only programs can run into, at the API. */
type ProgramErrorCode =
  | 'invalid_request'
  | 'malformed_json'
  | 'missing_credentials'
  | 'invalid_api_key'
  | 'insufficient_scope'
  | 'method_not_allowed'
  | 'idempotency_key_in_progress'
  | 'idempotency_key_reused'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'internal_error';

/** What domain verbs refuse, to programs and people. */
type SharedErrorCode =
  | 'feature_not_available'
  | 'owner_required'
  | 'not_found'
  | 'api_key_quota_reached'
  | 'invoice_not_editable'
  | 'validation_failed'
  | 'rate_limited'
  | 'unavailable';

/** What only people can run into, on pages. */
type PageErrorCode =
  /** the Owner or an Admin may do this */
  | 'admin_required'
  /** a mailed link that is unknown, used up, or too old */
  | 'link_not_valid'
  | 'mail_not_sent'
  /** the session has gone over to another workspace than the page is about */
  | 'other_workspace';

/** What the API answers with: lib/api/problems.ts has a problem for each. */
export type ApiErrorCode = ProgramErrorCode | SharedErrorCode;

/** What a form can meet: messages/*.json have a sentence for each, below `refusals`. */
export type FormErrorCode = SharedErrorCode | PageErrorCode;

/** What can be refused, by stable code. */
export type ErrorCode = ApiErrorCode | FormErrorCode;

/** One wrong field. */
export type FieldError = {
  /** an RFC 6901 JSON pointer as a URI fragment, such as `#/name` */
  pointer: string;
  code: string;
  /** in English, for programs */
  detail: string;
  /** what the sentence for people names, such as `{ max: 80 }` */
  values?: Record<string, number>;
};

/** What an error of a code carries; codes that are not here carry nothing. */
type Details = {
  invalid_request: { detail: string };
  api_key_quota_reached: { limit: number; active: number };
  /** of which one would do */
  feature_not_available: { anyOf: readonly [PlanFeature, ...PlanFeature[]] };
  insufficient_scope: { scope: string };
  invoice_not_editable: { invoiceStatus: string };
  validation_failed: { errors: FieldError[] };
  other_workspace: { workspace: string };
  rate_limited: { retryAfter: number };
  unavailable: { retryAfter: number };
};

export type DetailsOf<C extends ErrorCode> = C extends keyof Details ? Details[C] : undefined;

/**
 * An expected refusal. Everything else that is thrown is a bug or an outage, and its message is
 * for the log alone.
 */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  override name = 'AppError';
  readonly code: C;
  /** What React passes to the error page in the browser in place of the message. */
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
