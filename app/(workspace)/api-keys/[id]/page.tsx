import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { StateBadge } from '@/app/(workspace)/api-keys/_parts/state-badge';
import { KeyReported } from '@/app/(workspace)/api-keys/_reported/key-reported';
import { OpenQuestionProvider } from '@/components/dialogs/open-question';
import { BackLink } from '@/components/page/back-link';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { isReadOnly } from '@/lib/scopes';
import { getSettings } from '@/lib/workspaces/workspace/get-settings';
import { EditPart } from './_edit/edit-part';
import { RefusedElsewhere } from './_guardrails/refused-elsewhere';
import { Rotation } from './_rotation/rotation';
import type { Params } from './_usage/address';
import { KeyUsage } from './_usage/key-usage';
import { UsageDetails } from './_usage/usage-details';
import { Verdict } from './_verdict/verdict';
import { WhoKnows } from './_who-knows/who-knows';
import { findKey } from './find-key';
import { KeyActions } from './key-actions';
import { KeyFacts } from './key-facts';
import { NewPlace } from './new-place/notice';
import { momentOf } from './watch/moment';
import { WatchKey } from './watch/watch-key';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await findKey((await params).id);
  return { title: `${name} · ${(await getTranslations('apiKeys'))('title')}` };
}

/**
 * All that there is to know about one key, and to do with it: the verdict, what can be done, and the
 * evidence. What its Owner says of it stands beside that, and on a narrow screen before the tables.
 */
export default async function ApiKeyPage({ params, searchParams }: Props) {
  const apiKey = await findKey((await params).id);
  const { actor } = await requireOwner();
  const { maxKeyDays } = await getSettings(actor);
  const asked = await searchParams;
  const t = await getTranslations('apiKeys');
  return (
    <>
      <HeaderFollows workspaceId={apiKey.workspaceId} />
      <WatchKey
        id={apiKey.id}
        moment={momentOf(apiKey)}
        isUnused={!apiKey.lastUsedAt && !apiKey.lastRefusedAt}
      />
      <BackLink href="/api-keys" isNamed>
        {t('title')}
      </BackLink>
      <div className="group mt-3">
        <h1 id="key-name" translate="no" className="text-title wrap-anywhere">
          {apiKey.name}
        </h1>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <span id="key-hint" translate="no" className="font-mono">
            {apiKey.hint}
          </span>
          <span>{isReadOnly(apiKey.scopes) ? t('table.readOnly') : t('table.readWrite')}</span>
          <StateBadge apiKey={apiKey} />
        </p>
        <KeyReported apiKey={apiKey} />
        <NewPlace apiKey={apiKey} />
        <Verdict apiKey={apiKey} />
        <KeyActions apiKey={apiKey} />
      </div>
      <div className="mt-8 grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18rem] lg:grid-rows-[auto_1fr]">
        <div className="grid min-w-0 grid-cols-1 content-start gap-8">
          <OpenQuestionProvider>
            <Rotation apiKey={apiKey} />
          </OpenQuestionProvider>
          <RefusedElsewhere apiKey={apiKey} />
          <KeyUsage apiKey={apiKey} params={asked} />
        </div>
        <div className="grid min-w-0 grid-cols-1 content-start gap-8 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <KeyFacts apiKey={apiKey} maxKeyDays={maxKeyDays} />
          <WhoKnows apiKey={apiKey} />
          <EditPart apiKey={apiKey} maxKeyDays={maxKeyDays} params={asked} />
        </div>
        <UsageDetails apiKey={apiKey} params={asked} />
      </div>
    </>
  );
}
