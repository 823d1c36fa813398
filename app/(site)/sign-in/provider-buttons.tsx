import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import { PROVIDER_NAMES } from '@/lib/identity/provider-names';
import { PROVIDERS } from '@/lib/identity/providers/providers';

type Props = { csrfToken: string | undefined; callbackUrl: string };

/** A button per provider that this installation is configured for. Plain forms to next-auth. */
export async function ProviderButtons({ csrfToken, callbackUrl }: Props) {
  if (PROVIDERS.length === 0) return null;
  const t = await getTranslations('signIn');
  return (
    <div className="mb-6 grid gap-3">
      {PROVIDERS.map((provider) => (
        <form key={provider} method="post" action={`/api/auth/signin/${provider}`}>
          <input type="hidden" name="csrfToken" value={csrfToken} />
          <input type="hidden" name="callbackUrl" value={callbackUrl} />
          <Button type="submit" variant="secondary" className="w-full">
            {t('with', { provider: PROVIDER_NAMES[provider] })}
          </Button>
        </form>
      ))}
      <p className="border-b border-line pb-3 text-center text-sm text-muted">{t('orByEmail')}</p>
    </div>
  );
}
