import { expect, test } from 'vitest';
import { linkInPath } from '@/lib/identity/links/link-pages';

const CODE = 'c'.repeat(43);

test.each([
  [`/invitation%23${CODE}`, `/invitation#${CODE}`],
  [`/register/confirm%23${CODE}`, `/register/confirm#${CODE}`],
  [`/reset-password%2523${CODE}`, `/reset-password#${CODE}`],
  [`/reset-password%252523${CODE}`, `/reset-password#${CODE}`],
])('%s is a link whose # was escaped', (path, link) => expect(linkInPath(path)).toBe(link));

test.each([
  '/invitation',
  '/team-address',
  '/invitation%20',
  `/invitation/%23${CODE}`,
  `/invitations%23${CODE}`,
  `/%23${CODE}`,
  `//evil.test/invitation%23${CODE}`,
])('%s is none', (path) => expect(linkInPath(path)).toBeNull());
