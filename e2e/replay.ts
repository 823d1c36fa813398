import type { APIRequestContext, Page, Request } from '@playwright/test';

const SENT = ['accept', 'content-type', 'next-action', 'next-router-state-tree', 'origin'];

/** A server action's request as a browser sent it, to be sent again by someone else. */
export type Action = { path: string; headers: Record<string, string>; body: Buffer };

/** What a browser sent, without what says who it was. */
export async function actionOf(request: Request): Promise<Action> {
  const headers = Object.entries(await request.allHeaders());
  return {
    path: new URL(request.url()).pathname,
    headers: Object.fromEntries(headers.filter(([name]) => SENT.includes(name))),
    body: request.postDataBuffer() as Buffer,
  };
}

/** Catches the action that clicks would send, on its way: it does nothing. */
export async function catchAction(page: Page, click: () => Promise<void>): Promise<Action> {
  const isPost = (request: Request) => request.method() === 'POST';
  const { pathname } = new URL(page.url());
  await page.route(`**${pathname}`, (route) =>
    isPost(route.request()) ? route.abort() : route.continue(),
  );
  const sent = page.waitForRequest(isPost);
  await click();
  const action = await actionOf(await sent);
  await page.unroute(`**${pathname}`);
  return action;
}

/** Sends an action again, as someone else or from elsewhere. */
export const replay = (by: APIRequestContext, { path, headers, body }: Action, changed = {}) =>
  by.fetch(path, {
    method: 'POST',
    headers: { ...headers, ...changed },
    data: body,
    maxRedirects: 0,
  });
