import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { StateBadge } from '@/app/(workspace)/api-keys/_parts/state-badge';
import { BackLink } from '@/components/page/back-link';
import { EditKey } from './_edit/edit-key';
import { Rotation } from './_rotation/rotation';
import type { Params } from './_usage/address';
import { KeyUsage } from './_usage/key-usage';
import { WhoKnows } from './_who-knows/who-knows';
import { findKey } from './find-key';
import { KeyActions } from './key-actions';
import { KeyFacts } from './key-facts';
import { PauseNotice } from './pause-notice';
import { momentOf } from './watch/moment';
import { WatchKey } from './watch/watch-key';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await findKey((await params).id);
  return { title: `${name} · ${(await getTranslations('apiKeys'))('title')}` };
}

/** All that there is to know about one key, and to do with it. */
export default async function ApiKeyPage({ params, searchParams }: Props) {
  const apiKey = await findKey((await params).id);
  const t = await getTranslations('apiKeys');
  return (
    <>
      <HeaderFollows workspaceId={apiKey.workspaceId} />
      <WatchKey id={apiKey.id} moment={momentOf(apiKey)} />
      <BackLink href="/api-keys" isNamed>
        {t('title')}
      </BackLink>
      <div className="group mt-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h1 id="key-name" translate="no" className="text-2xl font-semibold wrap-anywhere">
            {apiKey.name}
          </h1>
          <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
            <span id="key-hint" translate="no" className="font-mono text-sm text-muted">
              {apiKey.hint}
            </span>
            <StateBadge apiKey={apiKey} />
          </p>
        </div>
        <KeyActions apiKey={apiKey} />
      </div>
      <PauseNotice apiKey={apiKey} />
      <KeyFacts apiKey={apiKey} />
      <Rotation apiKey={apiKey} />
      <KeyUsage apiKey={apiKey} params={await searchParams} />
      <WhoKnows apiKey={apiKey} />
      <EditKey apiKey={apiKey} />
    </>
  );
}
