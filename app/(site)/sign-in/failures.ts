export type SignInFailure = 'wrong' | 'throttled' | 'provider' | 'unavailable' | 'cookies';

/** Our names for next-auth's codes of a failed sign-in. */
const FAILURES: Record<string, SignInFailure> = {
  CredentialsSignin: 'wrong',
  TooManyAttempts: 'throttled',
  OAuthCallback: 'provider',
};

export const failureOf = (error: unknown): SignInFailure =>
  FAILURES[String(error)] ?? 'unavailable';
