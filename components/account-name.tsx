/** Tells password managers whose password a form sets. Goes into the form; nobody sees it. */
export function AccountName({ email }: { email: string }) {
  return <input type="text" autoComplete="username" value={email} readOnly hidden />;
}
