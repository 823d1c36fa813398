import type { Page } from '@playwright/test';

/** In the order of the help center. */
export const ARTICLES = [
  'api-keys',
  'keeping-keys-safe',
  'mails',
  'first-invoice',
  'using-the-api',
  'rate-limits',
  'errors',
  'compatibility',
  'changelog',
  'workspaces-and-roles',
  'invite-members',
  'plans',
];

export const search = (page: Page) => page.getByRole('search').getByRole('searchbox');
export const results = (page: Page) => page.getByRole('main').getByRole('listitem');
export const contents = (page: Page) =>
  page.getByRole('navigation', { name: /^(On this|En esta)/ });
export const neighbours = (page: Page) =>
  page.getByRole('navigation', { name: /^(Previous|Artículo)/ });
export const breadcrumbs = (page: Page) => page.getByRole('navigation', { name: /^(Where|Dónde)/ });
