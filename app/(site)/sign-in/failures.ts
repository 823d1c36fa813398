export type SignInFailure = 'wrong' | 'throttled' | 'provider' | 'unavailable' | 'cookies';

/** What next-auth's words for a failed sign-in mean to a person. */
const FAILURES: Record<string, SignInFailure> = {
  CredentialsSignin: 'wrong',
  TooManyAttempts: 'throttled',
  OAuthCallback: 'provider',
};

export const failureOf = (error: unknown): SignInFailure =>
  FAILURES[String(error)] ?? 'unavailable';
