import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { proxy } from '@/proxy';

async function ask(path: string, address: string): Promise<Response> {
  const headers = { 'X-Forwarded-For': address };
  return proxy(new NextRequest(`http://localhost${path}`, { headers }));
}

test('one address gets the costly page sixty times in a minute, and keeps it from nobody else', async () => {
  for (let request = 0; request < 60; request++) {
    expect((await ask('/docs', '203.0.113.7')).status).toBe(200);
  }
  const refused = await ask('/docs?lang=es', '203.0.113.7');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await ask('/docs', '203.0.113.8')).status).toBe(200);
  expect((await ask('/help', '203.0.113.7')).status).toBe(200);
});
