import { getTranslations } from 'next-intl/server';
import { Time } from '@/app/_times/time';
import { ActionForm } from '@/components/forms/action-form';
import { TextLink } from '@/components/text-link';
import { PROVIDER_NAMES } from '@/lib/identity/provider-names';
import type { LinkedProvider } from '@/lib/identity/providers/list-providers';
import { removeLinked } from './actions';

type Props = { userId: string; providers: LinkedProvider[]; hasPassword: boolean };

/** Who else opens the account, and how to remove that for whoever has a password. */
export async function ProviderList({ userId, providers, hasPassword }: Props) {
  const t = await getTranslations('settings.providers');
  return (
    <>
      <ul className="mb-4 divide-y divide-line rounded-panel border border-line bg-surface text-sm">
        {providers.map(({ provider, createdAt }) => (
          <li key={provider} className="px-4 py-3">
            <p className="font-medium" translate="no">
              {PROVIDER_NAMES[provider]}
            </p>
            <p className="text-muted">
              {t.rich('since', { date: () => <Time date={createdAt} format="date" /> })}
            </p>
          </li>
        ))}
      </ul>
      {hasPassword ? (
        <ActionForm
          id="providers"
          action={removeLinked.bind(null, userId)}
          submit={t('remove')}
          pending={t('pending')}
          variant="dangerQuiet"
          fields={[
            {
              name: 'provider',
              label: t('which'),
              options: providers.map(({ provider }) => ({
                value: provider,
                label: PROVIDER_NAMES[provider],
              })),
            },
            {
              name: 'password',
              label: t('password'),
              type: 'password',
              autoComplete: 'current-password',
            },
          ]}
        />
      ) : (
        <p className="text-sm text-muted">
          {t.rich('noPassword', {
            link: (chunks) => <TextLink href="/forgot-password">{chunks}</TextLink>,
          })}
        </p>
      )}
    </>
  );
}
