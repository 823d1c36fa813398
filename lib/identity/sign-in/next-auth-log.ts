import type { LoggerInstance } from 'next-auth';
import { log } from '@/lib/process/log';

type Details = { error?: unknown; providerId?: unknown };

/**
 * next-auth's lines in our log. Its details may hold a person's profile and tokens of the provider:
 * only what went wrong, and with which provider, is written.
 */
export const nextAuthLog: Partial<LoggerInstance> = {
  error: (code, details: Error | Details) => {
    const { error, providerId } = details instanceof Error ? { error: details } : details;
    const provider = typeof providerId === 'string' ? providerId : undefined;
    log.error({ code, provider, err: bare(error) }, 'next-auth');
  },
  warn: (code) => log.debug({ code }, 'next-auth'),
  debug: () => {},
};

/** An error without the members that OAuth libraries attach: the answer, the id token. */
function bare(error: unknown): { type: string; message: string; stack?: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  return { type: error.name, message: error.message, stack: error.stack };
}
