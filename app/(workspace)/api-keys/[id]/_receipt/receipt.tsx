import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { toldWithUtc } from '@/app/_times/told';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { checkRefused } from '@/lib/api-keys/read/check-refused';
import { hasLeaked } from '@/lib/api-keys/read/has-leaked';
import type { RecentRequest } from '@/lib/api-keys/usage/recent';
import type { SignedIn } from '@/lib/identity/sessions/guards';
import { endingOf, lastAccepted, whenAndByWhom } from './facts';
import { SendOn } from './send-on';
import { toSendOn } from './to-send-on';

type Props = {
  signedIn: SignedIn;
  /** one that has ended */
  apiKey: ApiKey;
  recent: RecentRequest[];
};

/**
 * When a key ended and by whom, what it opened last, that it opens nothing now, and the same as a text
 * to send on.
 */
export async function Receipt({ signedIn, apiKey, recent }: Props) {
  const t = await getTranslations('apiKeys.receipt');
  const ending = endingOf(apiKey);
  const { isRefused, at } = await checkRefused(signedIn.actor, apiKey.id);
  const leak = await hasLeaked(apiKey);
  const when = await whenAndByWhom(ending.at, apiKey.revokedBy);
  const last = await lastAccepted(apiKey, recent);
  return (
    <section aria-labelledby="receipt">
      <h2 id="receipt" className="scroll-mt-4 text-section">
        {t('title')}
      </h2>
      <div className="mt-3 rounded-panel border border-line bg-surface shadow-raised">
        <dl className="grid gap-4 p-5 text-sm">
          <Fact term={t(`at.${leak ?? ending.how}`)}>{when}</Fact>
          <Fact term={t('lastAccepted')}>{last}</Fact>
          <Fact term={t('checked', { when: await toldWithUtc(at, 'second') })}>
            <span className={isRefused ? 'text-success' : 'text-danger'}>
              {t(isRefused ? 'refused' : 'accepted')}
            </span>
            <span className="mt-1 block max-w-prose font-normal text-muted">{t('how')}</span>
          </Fact>
        </dl>
        {isRefused && (
          <SendOn
            text={
              await toSendOn({
                ...{ apiKey, workspace: signedIn.workspace.name, when, last },
                isLeaked: leak !== null,
              })
            }
          />
        )}
      </div>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{term}</dt>
      <dd className="mt-0.5 font-medium wrap-anywhere">{children}</dd>
    </div>
  );
}
