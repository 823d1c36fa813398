import { expect, test } from 'vitest';
import { strictTransport } from '@/server/hsts.mjs';

const HTTPS = 'https://app.example.com';

test('https is asked of subdomains only where the setting says so', () => {
  expect(strictTransport(HTTPS, {})).toBe('max-age=31536000');
  expect(strictTransport(HTTPS, { HSTS_INCLUDE_SUBDOMAINS: 'false' })).toBe('max-age=31536000');
  expect(strictTransport(HTTPS, { HSTS_INCLUDE_SUBDOMAINS: 'true' })).toBe(
    'max-age=31536000; includeSubDomains',
  );
  expect(strictTransport('http://localhost:3000', {})).toBeNull();
});
