import { expect, test } from 'vitest';
import { unencrypted } from '@/lib/unencrypted';

const LOCAL = { NEXTAUTH_URL: 'http://localhost:3000' };

test.each([
  ['postgresql://me:pass@db.example.com/app', ['DATABASE_URL']],
  ['postgresql://me:pass@10.0.0.7/app?sslmode=disable', ['DATABASE_URL']],
  ['postgresql://me:pass@db.example.com/app?sslmode=require', []],
  ['postgresql://me:pass@db.example.com/app?ssl=true', []],
  ['postgresql://me:pass@127.0.0.1/app', []],
  ['postgresql://me:pass@localhost/app', []],
])('%s', (DATABASE_URL, names) => {
  expect(unencrypted({ ...LOCAL, DATABASE_URL })).toEqual(names);
});

test('a Redis and an origin are asked for too, on other hosts alone', () => {
  const away = { NEXTAUTH_URL: 'http://app.example.com', REDIS_URL: 'redis://:pass@cache:6379' };
  expect(unencrypted(away)).toEqual(['REDIS_URL', 'NEXTAUTH_URL']);
  const safe = { NEXTAUTH_URL: 'https://app.example.com', REDIS_URL: 'rediss://:pass@cache:6379' };
  expect(unencrypted(safe)).toEqual([]);
  expect(unencrypted({ ...LOCAL, REDIS_URL: 'redis://127.0.0.1:6379' })).toEqual([]);
});
