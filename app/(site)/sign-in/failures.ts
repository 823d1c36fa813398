export type SignInFailure =
  | 'wrong'
  | 'throttled'
  | 'provider'
  | 'unavailable'
  | 'cookies'
  | 'ended';

/** Our names for next-auth's codes of a failed sign-in. */
const FAILURES: Record<string, SignInFailure> = {
  CredentialsSignin: 'wrong',
  TooManyAttempts: 'throttled',
  OAuthCallback: 'provider',
  SessionRequired: 'ended',
};

export const failureOf = (error: unknown): SignInFailure =>
  FAILURES[String(error)] ?? 'unavailable';
