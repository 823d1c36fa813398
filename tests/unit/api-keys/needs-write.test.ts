import { expect, test } from 'vitest';
import { declaredRoutes } from '@/app/api/routes';
import { needsWrite } from '@/lib/api-keys/usage/needs-write';
import { isReadOnly } from '@/lib/scopes';

test('what a key that may only read is refused at can be told by the method, of every endpoint', async () => {
  const told = [];
  for (const { path, endpoints } of await declaredRoutes()) {
    for (const [method, declared] of Object.entries(endpoints)) {
      // Open ones read no key, so that nothing is counted of any.
      if (declared.access === 'open') continue;
      const { scope } = declared;
      const endpoint = `${method} ${path}`;
      told.push(endpoint);
      expect(needsWrite(endpoint), endpoint).toBe(scope !== undefined && !isReadOnly([scope]));
    }
  }
  expect(told).toContain('POST /api/invoices');
  expect(needsWrite('HEAD /api/invoices')).toBe(false);
});
