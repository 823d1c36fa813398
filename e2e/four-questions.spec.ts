import type { Page } from '@playwright/test';
import { noCounts } from '@/lib/api-keys/usage/counts';
import { domain } from './database';
import { expect, test, words } from './fixtures';
import type { Language } from './language';
import { addKey, addMember, newEmail, own, personOn } from './people';

const HOUR_MS = 3_600_000;
const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];
const NODE = 'node (203.0.113.24)';

/** Requests of a client with a key in this hour, the last one a minute ago. */
async function send(id: string, times: number, isRefused = false): Promise<void> {
  const { db } = await domain();
  const now = Date.now();
  const hour = new Date(now - (now % HOUR_MS));
  const endpoints = isRefused ? ['GET /api/me'] : ['GET /api/me', 'GET /api/invoices'];
  const outcome = isRefused ? 'refused' : 'succeeded';
  const each = times / endpoints.length;
  await db.apiKeyUsage.createMany({
    data: endpoints.map((endpoint) => ({
      ...{ apiKeyId: id, hour, endpoint },
      ...noCounts(),
      ...(isRefused ? { refused: each } : { succeeded: each }),
    })),
  });
  const at = new Date(now - 60_000);
  const client = { address: '203.0.113.24', agent: 'node', firstSeenAt: at, lastSeenAt: at };
  const accepted = { accepted: times, firstAcceptedAt: at, lastAcceptedAt: at };
  await db.apiKeyClient.create({
    data: { apiKeyId: id, ...client, requests: times, ...(!isRefused && accepted) },
  });
  const line = `${at.getTime()} ${outcome} ${isRefused ? 401 : 200} ${id} 203.0.113.24 GET /api/me`;
  await db.apiKeyRecentRequests.create({ data: { apiKeyId: id, lines: [line], since: at } });
  const used = isRefused ? { lastRefusedAt: at } : { lastUsedAt: at };
  await db.apiKey.update({ where: { id }, data: used });
}

const change = async (id: string, data: object) => {
  const { db } = await domain();
  await db.apiKey.update({ where: { id }, data });
};

/** Somebody who held a key of the workspace, and has left it. */
async function holderWhoLeft(page: Page): Promise<string> {
  const { db } = await domain();
  const email = newEmail();
  const data = { email, name: 'Adrian Moss', passwordHash: 'none' };
  const { id } = await db.user.create({ data, select: { id: true } });
  await addMember(email, personOn(page).workspaceId, 'USER');
  await db.membership.deleteMany({ where: { userId: id } });
  return id;
}

type Told = Record<Language, string[]>;

/** How a key comes to be as it is, and what the sentence about it says in each language. */
const KEYS: Record<string, { make: (page: Page, id: string) => Promise<void>; told: Told }> = {
  used: {
    make: async (_, id) => {
      await send(id, 478);
      await change(id, { holderName: 'Zapier' });
    },
    told: {
      en: [
        `In use by ${NODE}: 478 requests in the last 24 hours.`,
        'Held by Zapier.',
        'Revoking it stops 2 endpoints.',
      ],
      es: [
        `La usa ${NODE}: 478 peticiones en las últimas 24 horas.`,
        'La tiene Zapier.',
        'Revocarla detiene 2 endpoints de la API.',
      ],
    },
  },
  'whose holder has left': {
    make: async (page, id) => {
      await send(id, 20);
      await change(id, { holderId: await holderWhoLeft(page) });
    },
    told: {
      en: [
        `In use by ${NODE}: 20 requests in the last 24 hours.`,
        'Held by Adrian Moss, who has left.',
        'Revoking it stops 2 endpoints.',
      ],
      es: [
        `La usa ${NODE}: 20 peticiones en las últimas 24 horas.`,
        'La tiene Adrian Moss, que se ha ido.',
        'Revocarla detiene 2 endpoints de la API.',
      ],
    },
  },
  idle: {
    make: (_, id) => change(id, { lastUsedAt: new Date(Date.now() - 155 * 24 * HOUR_MS) }),
    told: {
      en: [
        'Not used for 5 months.',
        'Only you were shown it.',
        'Revoking it stops nothing that ran in the last 24 hours.',
      ],
      es: [
        'Sin uso desde hace 5 meses.',
        'Solo se te mostró a ti.',
        'Revocarla no detiene nada que haya funcionado en las últimas 24 horas.',
      ],
    },
  },
  'still tried': {
    make: async (_, id) => {
      await send(id, 36, true);
      await change(id, { revokedAt: new Date(), holderName: 'Zapier' });
    },
    told: {
      en: [
        'Still tried: 36 times in 24 hours, from node 203.0.113.24, last',
        'Held by Zapier.',
        'Give whatever sends it another key, or stop it.',
      ],
      es: [
        'Aún se intenta usar: 36 veces en 24 horas, desde node 203.0.113.24; la última, hace',
        'La tiene Zapier.',
        'Dale otra clave a lo que la envía, o páralo.',
      ],
    },
  },
  rotating: {
    make: async (page, id) => {
      await send(id, 20);
      await change(id, { holderName: 'Zapier', retiresAt: new Date(Date.now() + 6.5 * HOUR_MS) });
      const next = await addKey(page, 'Nightly export');
      await change(next.id, { replacesId: id });
    },
    told: {
      en: [
        `In use by ${NODE}: 20 requests in the last 24 hours.`,
        'Held by Zapier.',
        'Revoking it stops 2 endpoints. The new key sk_',
      ],
      es: [
        `La usa ${NODE}: 20 peticiones en las últimas 24 horas.`,
        'La tiene Zapier.',
        'Revocarla detiene 2 endpoints de la API. La clave nueva sk_',
      ],
    },
  },
  paused: {
    make: async (_, id) => {
      await send(id, 20);
      await change(id, { holderName: 'Zapier', pausedAt: new Date() });
    },
    told: {
      en: [
        'Paused until you resume it: every request with this key gets 401.',
        'Nothing has tried it since.',
        'Held by Zapier.',
        'Revoking it keeps it from coming back.',
      ],
      es: [
        'Pausada hasta que la reanudes: toda petición con esta clave recibe un 401.',
        'Nada ha intentado usarla desde entonces.',
        'La tiene Zapier.',
        'Revocarla impide que vuelva.',
      ],
    },
  },
};

for (const [kind, { make, told }] of Object.entries(KEYS)) {
  for (const language of ['en', 'es'] as const) {
    test(`the page of a key that is ${kind} answers the four questions at once, in ${language}`, async ({
      page,
    }) => {
      await own(page, { language, plan: 'starter' });
      const { id } = await addKey(page, 'Nightly export', { scopes: ['invoices:read'] });
      await make(page, id);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await page.goto(`/api-keys/${id}`);
        const answers = [
          page.getByRole('heading', { level: 1, name: 'Nightly export' }),
          page.locator('#key-hint'),
          page.getByText(words[language]('apiKeys.table.readOnly')).first(),
          ...told[language].map((text) => page.locator('h1 ~ p span').filter({ hasText: text })),
        ];
        for (const answer of answers) {
          await expect(answer.first()).toBeInViewport({ ratio: 1 });
        }
      }
    });
  }
}
