import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { StepForm } from '@/components/forms/step-form';
import { THEME_COOKIE } from '@/lib/preferences/cookie';
import { readTheme, THEMES } from '@/lib/preferences/theme';
import { pickTheme } from './actions';

/** System, light or dark. A form, so that it works without JavaScript. */
export async function ThemeSwitch() {
  const current = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const t = await getTranslations('theme');
  return (
    <StepForm action={pickTheme}>
      <fieldset className="inline-flex min-w-0 flex-wrap rounded-control border border-line p-0.5 text-xs">
        <legend className="sr-only">{t('label')}</legend>
        {THEMES.map((theme) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={theme === current}
            className="min-h-8 rounded-control px-2.5 text-muted hover:text-ink focus-visible:relative aria-pressed:bg-sunken aria-pressed:font-medium aria-pressed:text-ink"
          >
            {t(theme)}
          </button>
        ))}
      </fieldset>
    </StepForm>
  );
}
