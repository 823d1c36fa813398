import Bowser from 'bowser';
import type { SessionSummary } from '@/lib/identity/sessions/sessions';

/** What a browser calls itself, in a few words; empty when it says nothing. */
export function deviceOf({ userAgent }: SessionSummary): string {
  const { browser, os } = userAgent ? Bowser.parse(userAgent) : { browser: {}, os: {} };
  return [browser.name, os.name].filter(Boolean).join(', ');
}
