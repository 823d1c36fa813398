import { expect, test, vi } from 'vitest';
import { nextAuthLog } from '@/lib/identity/sign-in/next-auth-log';
import { log } from '@/lib/process/log';

test('neither the profile of a person nor a token of the provider reaches the log', () => {
  const write = vi.spyOn(log, 'error').mockImplementation(() => {});
  const error = Object.assign(new Error('no id'), { jwt: 'id-token', response: { body: 'body' } });
  nextAuthLog.error?.('OAUTH_PARSE_PROFILE_ERROR', {
    error,
    providerId: 'google',
    OAuthProfile: { email: 'someone@example.com' },
  });
  nextAuthLog.error?.('OAUTH_CALLBACK_ERROR', error);
  nextAuthLog.error?.('CALLBACK', { body: { email: 'someone@example.com' } } as never);
  const err = { type: 'Error', message: 'no id', stack: expect.any(String) };
  expect(write.mock.calls.map(([line]) => line)).toEqual([
    { code: 'OAUTH_PARSE_PROFILE_ERROR', provider: 'google', err },
    { code: 'OAUTH_CALLBACK_ERROR', provider: undefined, err },
    { code: 'CALLBACK', provider: undefined, err: undefined },
  ]);
  write.mockRestore();
});
