import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/shell/header-follows';
import { BackLink } from '@/components/back-link';
import { getApiKey } from '@/lib/api-keys/get-api-key';
import { isLive } from '@/lib/api-keys/state';
import { requireOwner } from '@/lib/auth/guards';
import { AppError } from '@/lib/errors';
import { RevokeKey } from '../revoke-key';
import { StateBadge } from '../state-badge';
import { KeyFacts } from './key-facts';
import { WhoKnows } from './who-knows';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor } = await requireOwner();
  return { title: (await getApiKey(actor, (await params).id).catch(leave)).name };
}

/** All that there is to know about one key, and to do with it. */
export default async function ApiKeyPage({ params }: Props) {
  const { actor } = await requireOwner();
  const apiKey = await getApiKey(actor, (await params).id).catch(leave);
  const t = await getTranslations('apiKeys');
  const { id, workspaceId, name, hint } = apiKey;
  return (
    <>
      <HeaderFollows workspaceId={workspaceId} />
      <BackLink href="/api-keys">{t('title')}</BackLink>
      <div className="mt-3 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h1 id="key-name" translate="no" className="text-2xl font-semibold wrap-anywhere">
            {name}
          </h1>
          <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
            <span id="key-hint" translate="no" className="font-mono text-sm text-muted">
              {hint}
            </span>
            <StateBadge apiKey={apiKey} />
          </p>
        </div>
        {isLive(apiKey.state) && (
          <RevokeKey apiKey={{ id, workspaceId, name, hint }} describedBy="key-name key-hint" />
        )}
      </div>
      <KeyFacts apiKey={apiKey} />
      <WhoKnows apiKey={apiKey} actor={actor} />
    </>
  );
}

function leave(error: unknown): never {
  if (AppError.is(error, 'not_found')) notFound();
  throw error;
}
