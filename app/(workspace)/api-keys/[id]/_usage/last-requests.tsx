import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Button } from '@/components/button';
import { Field } from '@/components/forms/field';
import { Notice } from '@/components/page/notice';
import { TextLink } from '@/components/text-link';
import { looksSecret } from '@/lib/api-keys/secret/looks-secret';
import { RECENT_REQUESTS, type RecentRequest } from '@/lib/api-keys/usage/recent';
import { hrefOf, type Params, paramsWith } from './address';
import { Folded } from './folded';
import { RequestTable } from './requests';

const PLACE = 'last-requests';
const SHOWN = 10;

type Props = { id: string; recent: RecentRequest[]; params: Params };

/** The last requests with the key, of which one can be searched. */
export async function LastRequests({ id, recent, params }: Props) {
  if (recent.length === 0) return null;
  const all = hrefOf(id, PLACE, params, { request: undefined });
  const asked = typeof params.request === 'string' ? params.request.trim() : '';
  // Somebody pasted the key: it stays in no address.
  if (looksSecret(asked)) redirect(all);
  const t = await getTranslations('apiKeys.usage.last');
  return (
    <section aria-labelledby={PLACE}>
      <h3 id={PLACE} className="scroll-mt-4 text-card">
        {t('title')}
      </h3>
      <SearchForm id={id} asked={asked} params={params} />
      <div className="mt-4">
        {asked ? (
          <>
            <Found request={recent.find(({ requestId }) => requestId === asked.toLowerCase())} />
            <p className="mt-3 text-sm">
              <TextLink href={all} scroll={false} prefetch={false}>
                {t('all')}
              </TextLink>
            </p>
          </>
        ) : (
          <All recent={recent} />
        )}
      </div>
    </section>
  );
}

/** Its answer is a page, so that it needs no script. */
async function SearchForm({ id, asked, params }: Omit<Props, 'recent'> & { asked: string }) {
  const t = await getTranslations('apiKeys.usage.last');
  return (
    <search aria-label={t('label')} className="mt-3 block">
      <form action={`#${PLACE}`} autoComplete="off" className="flex flex-wrap items-start gap-3">
        {paramsWith(params, { request: undefined }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field
          key={`${id} ${asked}`}
          id="request-id"
          name="request"
          label={t('id')}
          hint={t('hint')}
          defaultValue={asked}
          required
          // Keeps a key that was pasted here out of the address.
          pattern="\s*[0-9a-fA-F\-]{36}\s*"
          title={t('pattern')}
          spellCheck={false}
          autoCapitalize="none"
          className="w-full max-w-md"
        />
        <Button type="submit" variant="secondary" className="sm:mt-[1.625rem]">
          {t('search')}
        </Button>
      </form>
    </search>
  );
}

async function Found({ request }: { request: RecentRequest | undefined }) {
  const t = await getTranslations('apiKeys.usage.last');
  const contact = (text: ReactNode) => <TextLink href="/contact">{text}</TextLink>;
  if (!request) {
    return (
      <Notice title={t('notFound.title')} live="status">
        {t.rich('notFound.text', { count: RECENT_REQUESTS, contact })}
      </Notice>
    );
  }
  return (
    <>
      <p role="status" className="mb-3 text-sm text-muted">
        {t('found', { count: RECENT_REQUESTS })}
      </p>
      <RequestTable requests={[request]} />
    </>
  );
}

async function All({ recent }: { recent: RecentRequest[] }) {
  const t = await getTranslations('apiKeys.usage.last');
  const rest = recent.slice(SHOWN);
  return (
    <>
      <RequestTable requests={recent.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <Folded summary={t('more', { count: rest.length })}>
          <RequestTable requests={rest} />
        </Folded>
      )}
    </>
  );
}
