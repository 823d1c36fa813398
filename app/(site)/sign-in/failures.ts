export type SignInFailure =
  | 'wrong'
  | 'throttled'
  | 'provider'
  | 'unavailable'
  | 'cookies'
  | 'ended'
  /** the form's token was not the browser's: its cookie was kept from us, or another program's */
  | 'expired'
  /** nothing came back */
  | 'lost'
  /** something between the browser and us answered in our place */
  | 'refused';

/** Our names for next-auth's codes of a failed sign-in. */
const FAILURES: Record<string, SignInFailure> = {
  CredentialsSignin: 'wrong',
  TooManyAttempts: 'throttled',
  OAuthCallback: 'provider',
  SessionRequired: 'ended',
  FormExpired: 'expired',
};

export const failureOf = (error: unknown): SignInFailure =>
  FAILURES[String(error)] ?? 'unavailable';
