import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { countFeedback } from '@/lib/help/count-feedback';
import { recordFeedback } from '@/lib/help/record-feedback';

/** Someone who has not answered anything yet. */
const someone = () => `192.0.2.${randomUUID()}`;

const answers = (slug: string) =>
  db.helpFeedback.findMany({
    where: { slug },
    orderBy: { createdAt: 'asc' },
    select: { slug: true, language: true, helpful: true },
  });

test('an answer is kept with the article and the language, and nothing of who gave it', async () => {
  await recordFeedback({ slug: 'plans', helpful: 'yes' }, 'en', someone());
  await recordFeedback({ slug: 'plans', helpful: 'no' }, 'es', someone());
  expect(await answers('plans')).toEqual([
    { slug: 'plans', language: 'en', helpful: true },
    { slug: 'plans', language: 'es', helpful: false },
  ]);
  const columns = await db.$queryRaw<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_name = 'HelpFeedback'`;
  expect(columns.map(({ name }) => name).sort()).toEqual([
    'createdAt',
    'helpful',
    'id',
    'language',
    'slug',
  ]);
});

test('only articles can be judged, with yes or no', async () => {
  const address = someone();
  for (const input of [
    { slug: 'nothing', helpful: 'yes' },
    { slug: 'api-keys', helpful: '' },
    { slug: 'api-keys', helpful: true },
    { slug: 'api-keys', helpful: { not: '' } },
    { slug: ['api-keys'], helpful: 'yes' },
    { slug: 'api-keys', helpful: 'yes', language: 'xx' },
    { helpful: 'yes' },
    null,
  ]) {
    await expect(recordFeedback(input, 'en', address)).rejects.toMatchObject({
      code: 'validation_failed',
    });
  }
  expect(await answers('api-keys')).toEqual([]);
});

test('an address that answers again and again is slowed down, and no other', async () => {
  const [eager, other] = [someone(), someone()];
  const input = { slug: 'errors', helpful: 'yes' };
  for (let time = 0; time < 30; time++) await recordFeedback(input, 'en', eager);
  await expect(recordFeedback(input, 'en', eager)).rejects.toMatchObject({
    code: 'rate_limited',
    details: { retryAfter: expect.toSatisfy((seconds: number) => seconds > 3_500) },
  });
  await recordFeedback(input, 'en', other);
  expect(await answers('errors')).toHaveLength(31);
});

test('the operator sees the answers by article and language, the most in need of care first', async () => {
  await db.helpFeedback.deleteMany();
  for (const helpful of ['yes', 'no', 'no'] as const) {
    await recordFeedback({ slug: 'changelog', helpful }, 'es', someone());
  }
  await recordFeedback({ slug: 'api-keys', helpful: 'yes' }, 'en', someone());
  await recordFeedback({ slug: 'changelog', helpful: 'yes' }, 'en', someone());
  expect(await countFeedback()).toEqual([
    { slug: 'changelog', language: 'es', yes: 1, no: 2 },
    { slug: 'api-keys', language: 'en', yes: 1, no: 0 },
    { slug: 'changelog', language: 'en', yes: 1, no: 0 },
  ]);
});
