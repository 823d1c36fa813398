import { getTranslations } from 'next-intl/server';
import { remainsOf } from '@/app/(workspace)/api-keys/_parts/remains-of';
import { RevokeKey } from '@/app/(workspace)/api-keys/_parts/revoke-key';
import { RotateLink } from '@/app/(workspace)/api-keys/_parts/rotate-link';
import { ButtonLink } from '@/components/button-link';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isLive } from '@/lib/api-keys/model/state';
import { hindranceOf } from '@/lib/api-keys/rotation/rotation';
import { ResumeKey } from './resume-key';

/** What can be done with a key at once. Nothing, once it has ended. */
export async function KeyActions({ apiKey }: { apiKey: ApiKey }) {
  if (!isLive(apiKey.state)) return null;
  const t = await getTranslations('apiKeys');
  const { id, workspaceId, name, hint, state } = apiKey;
  const describedBy = 'key-name key-hint';
  const isPaused = state === 'paused';
  return (
    <div className="mt-5 flex flex-wrap gap-2 max-sm:[&_:is(a,button)]:px-3">
      <div className="flex flex-wrap gap-2 group-has-data-revoked:hidden">
        {!hindranceOf(apiKey) && <RotateLink id={id} describedBy={describedBy} />}
        {isPaused && <ResumeKey apiKey={apiKey} />}
        <ButtonLink variant="secondary" href={`/api-keys/${id}/pause`} prefetch={false}>
          {isPaused ? t('pause.change') : t('pause.link')}
        </ButtonLink>
      </div>
      <RevokeKey
        apiKey={{ id, workspaceId, name, hint }}
        describedBy={describedBy}
        remains={await remainsOf(apiKey)}
      />
      <ButtonLink
        variant="dangerQuiet"
        href={`/api-keys/${id}/leaked`}
        prefetch={false}
        className="group-has-data-revoked:hidden"
      >
        {t('leaked.link')}
      </ButtonLink>
    </div>
  );
}
