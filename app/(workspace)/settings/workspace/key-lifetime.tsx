import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import { TextLink } from '@/components/text-link';
import type { Member } from '@/lib/actor';
import { countApiKeys } from '@/lib/api-keys/read/count-api-keys';
import { saveKeyLifetime } from './actions';

type Props = { actor: Member; maxKeyDays: number | null };

/** How long keys may live, and which of those that there are live longer. */
export async function KeyLifetime({ actor, maxKeyDays }: Props) {
  const t = await getTranslations('settings.workspace');
  const { lives_too_long: count } = await countApiKeys(actor);
  return (
    <>
      <ActionForm
        id="key-lifetime"
        action={saveKeyLifetime.bind(null, actor.workspaceId)}
        submit={t('keyLifetime.submit')}
        pending={t('pending')}
        fields={[
          {
            name: 'maxKeyDays',
            label: t('keyLifetime.label'),
            hint: t('keyLifetime.hint'),
            inputMode: 'numeric',
            defaultValue: maxKeyDays === null ? '' : String(maxKeyDays),
            autoComplete: 'off',
            isOptional: true,
          },
        ]}
      />
      {count > 0 && (
        <p className="mt-4 text-warning">
          <span>{t('keyLifetime.tooLong', { count })}</span>{' '}
          <TextLink href="/api-keys?state=lives_too_long">{t('keyLifetime.link')}</TextLink>
        </p>
      )}
    </>
  );
}
