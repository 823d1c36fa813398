import { getLocale, getTranslations } from 'next-intl/server';
import { LINKS } from '@/app/_shell/links';
import type { Member } from '@/lib/actor';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isLive } from '@/lib/api-keys/model/state';
import { findBySecret } from '@/lib/api-keys/read/find-by-secret';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { listApiKeys } from '@/lib/api-keys/read/list-api-keys';
import { AppError } from '@/lib/errors';
import { listArticles } from '@/lib/help/articles';
import { fold } from '@/lib/help/query';
import { searchArticles } from '@/lib/help/search';
import type { Locale } from '@/lib/i18n/locale';
import { writeNumber } from '@/lib/invoices/model/number';
import { listInvoices } from '@/lib/invoices/read/list-invoices';
import { formatMoney } from '@/lib/money/format';
import type { Hit } from './found';

/** How many of a kind are shown: whoever looks for more opens the list. */
const MOST = 5;

export async function findKeys(actor: Member, q: string): Promise<Hit[]> {
  const query = { q, state: 'all', sort: '-last_used_at' };
  const page = await ifValid(listApiKeys(actor, query, MOST));
  return Promise.all((page?.keys ?? []).map(hitOfKey));
}

/**
 * Whoever pastes a key has often found it where it should not be: if it is live, what ends it is offered
 * beside it.
 * @param text that a key stands in: it is hashed, and goes nowhere else
 */
export async function findKeyItself(actor: Member, text: string): Promise<Hit[]> {
  const id = await findBySecret(actor, text);
  if (!id) return [];
  const apiKey = await getApiKey(actor, id);
  const hit = await hitOfKey(apiKey);
  if (!isLive(apiKey.state)) return [hit];
  const t = await getTranslations('apiKeys.leaked');
  return [{ ...hit, leaked: { href: `${hit.href}/leaked`, title: t('link') } }];
}

async function hitOfKey({ id, name, hint, state }: ApiKey): Promise<Hit> {
  const t = await getTranslations('apiKeys.table.states');
  return { href: `/api-keys/${id}`, title: name, detail: `${hint} · ${t(state)}`, isName: true };
}

/** By number, with or without what is written before it, by reference, or by customer. */
export async function findInvoices(actor: Member, q: string): Promise<Hit[]> {
  const [, digits] = /^(?:inv-?)?(\d{1,9})$/i.exec(q) ?? [];
  const ways = [{ reference: q }, { customer: q }];
  const number = digits && [{ number: writeNumber(Number(digits)) }];
  const lists = await Promise.all(
    [...(number || []), ...ways].map((way) =>
      ifValid(listInvoices(actor, { ...way, limit: String(MOST) })),
    ),
  );
  const found = new Map(lists.flatMap((list) => list?.invoices ?? []).map((one) => [one.id, one]));
  const t = await getTranslations('invoices');
  const locale = await getLocale();
  return [...found.values()].slice(0, MOST).map(({ id, number, customer, total, currency }) => ({
    href: `/invoices/${id}`,
    title: customer,
    detail: [number ?? t('unnumbered'), formatMoney(total, currency, locale)].join(' · '),
    isName: true,
  }));
}

/** Pages by their names. Those that a member may not open are left out. */
export async function findPages({ isOwner }: Member, q: string): Promise<Hit[]> {
  const [shell, site] = [await getTranslations('shell'), await getTranslations('site')];
  const pages = [
    ...(isOwner ? [{ href: '/api-keys', title: shell('apiKeys') }] : []),
    { href: '/invoices', title: shell('invoices') },
    { href: '/members', title: shell('members') },
    ...(isOwner ? [{ href: '/settings/workspace', title: shell('settings') }] : []),
    { href: '/settings', title: shell('accountSettings') },
    { href: '/workspace/new', title: shell('newWorkspace') },
    ...LINKS.map(({ href, name }) => ({ href, title: site(name) })),
    { href: '/contact', title: site('contact') },
  ];
  return pages.filter(({ title }) => fold(title).includes(fold(q)));
}

export async function findArticles(locale: Locale, q: string): Promise<Hit[]> {
  const hits = searchArticles(await listArticles(locale), q);
  return hits.slice(0, MOST).map(({ article: { slug, title, description } }) => ({
    href: `/help/${slug}`,
    title,
    detail: description,
  }));
}

/** Whatever cannot be looked for, such as a text on two lines, finds nothing. */
async function ifValid<Result>(search: Promise<Result>): Promise<Result | null> {
  return search.catch((error: unknown) => {
    if (AppError.is(error, 'validation_failed')) return null;
    throw error;
  });
}
